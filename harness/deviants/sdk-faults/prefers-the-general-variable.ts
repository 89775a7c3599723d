import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'AWS_ENDPOINT_URL outranks AWS_ENDPOINT_URL_ACM_PCA.',
  breaks: 'SDK-114',
  killedBy: 'sdk-endpoints/prefers-the-variable-of-the-service',
  bend: (correct) => ({
    endpointOf: (call, environment) =>
      call.endpoint ?? environment['AWS_ENDPOINT_URL'] ?? correct.endpointOf(call, environment),
  }),
};
