import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'AWS_ENDPOINT_URL_ACM_PCA is not read.',
  breaks: 'SDK-112',
  killedBy: 'sdk-endpoints/knows-the-variable-of-the-service',
  mutate: () => ({
    endpointOf: (call, { AWS_ENDPOINT_URL_ACM_PCA: _ignored, ...environment }) =>
      call.endpoint ?? environment['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1:9',
  }),
};
