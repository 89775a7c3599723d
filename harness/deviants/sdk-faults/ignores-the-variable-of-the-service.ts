import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'AWS_ENDPOINT_URL_ACM_PCA is not read.',
  breaks: 'SDK-112',
  killedBy: 'sdk-endpoints/knows-the-variable-of-the-service',
  bend: () => ({
    endpointOf: (call, { AWS_ENDPOINT_URL_ACM_PCA: _ignored, ...environment }) =>
      call.endpoint ?? environment['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1:9',
  }),
};
