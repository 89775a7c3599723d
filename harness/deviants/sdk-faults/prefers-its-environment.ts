import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The endpoint in the environment outranks the one that was given.',
  breaks: 'SDK-115',
  killedBy: 'sdk-endpoints/prefers-the-one-it-was-given',
  bend: (correct) => ({
    endpointOf: (call, environment) =>
      correct.endpointOf({ ...call, endpoint: null }, { AWS_ENDPOINT_URL: call.endpoint ?? undefined, ...environment }),
  }),
};
