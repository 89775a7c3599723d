import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'AWS_ENDPOINT_URL is not read.',
  breaks: 'SDK-113',
  killedBy: 'sdk-endpoints/knows-the-variable-of-all-services',
  mutate: () => ({
    endpointOf: ({ endpoint }, environment) =>
      endpoint ?? environment['AWS_ENDPOINT_URL_ACM_PCA'] ?? 'http://127.0.0.1:9',
  }),
};
