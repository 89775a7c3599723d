import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Endpoints in GovCloud have a suffix of their own.',
  breaks: 'SDK-118',
  killedBy: 'sdk-endpoints/finds-regions-of-govcloud',
  mutate: (correct) => ({
    urlFor: (question) =>
      question.useFips || question.useDualStack
        ? correct.urlFor(question)
        : correct.urlFor(question).replace(/(us-gov-[a-z]+-\d)\.amazonaws\.com$/, '$1.amazonaws-us-gov.com'),
  }),
};
