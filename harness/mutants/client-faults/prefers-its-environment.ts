import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The endpoint in the environment outranks the one that was given.',
  breaks: 'SDK-115',
  killedBy: 'sdk-endpoints/prefers-the-one-it-was-given',
  mutate: (correct) => ({
    endpointOf: (call, environment) =>
      correct.endpointOf({ ...call, endpoint: null }, { AWS_ENDPOINT_URL: call.endpoint ?? undefined, ...environment }),
  }),
};
