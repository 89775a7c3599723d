import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Endpoints in China have the suffix of the other partitions.',
  breaks: 'SDK-117',
  killedBy: 'sdk-endpoints/finds-regions-of-china',
  mutate: (correct) => ({
    urlFor: (question) =>
      question.useDualStack ? correct.urlFor(question) : correct.urlFor(question).replace(/\.cn$/, ''),
  }),
};
