import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'AWS_ENDPOINT_URL outranks AWS_ENDPOINT_URL_ACM_PCA.',
  breaks: 'SDK-114',
  killedBy: 'sdk-endpoints/prefers-the-variable-of-the-service',
  mutate: (correct) => ({
    endpointOf: (call, environment) =>
      call.endpoint ?? environment['AWS_ENDPOINT_URL'] ?? correct.endpointOf(call, environment),
  }),
};
