import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'With FIPS, GovCloud has an endpoint that its rules do not have.',
  breaks: 'SDK-119',
  killedBy: 'sdk-endpoints/finds-fips',
  mutate: (correct) => ({
    urlFor: (question) =>
      question.useFips && !question.useDualStack && question.region.startsWith('us-gov-')
        ? `https://acm-pca-fips.${question.region}.amazonaws.com`
        : correct.urlFor(question),
  }),
};
