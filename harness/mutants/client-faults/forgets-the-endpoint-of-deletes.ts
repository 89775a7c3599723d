import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Deletes go elsewhere than to the endpoint that was given.',
  breaks: 'SDK-110',
  killedBy: 'sdk-endpoints/calls-the-one-it-was-given',
  mutate: (correct) => ({
    endpointOf: (call, environment) =>
      call.operation === 'DeletePolicy' ? 'http://127.0.0.1:9' : correct.endpointOf(call, environment),
  }),
};
