import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Endpoints in China have the suffix of the other partitions.',
  breaks: 'SDK-117',
  killedBy: 'sdk-endpoints/finds-regions-of-china',
  bend: (correct) => ({
    urlFor: (question) =>
      question.useDualStack ? correct.urlFor(question) : correct.urlFor(question).replace(/\.cn$/, ''),
  }),
};
