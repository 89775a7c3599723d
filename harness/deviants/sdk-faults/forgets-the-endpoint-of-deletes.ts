import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Deletes go elsewhere than to the endpoint that was given.',
  breaks: 'SDK-110',
  killedBy: 'sdk-endpoints/calls-the-one-it-was-given',
  bend: (correct) => ({
    endpointOf: (call, environment) =>
      call.operation === 'DeletePolicy' ? 'http://127.0.0.1:9' : correct.endpointOf(call, environment),
  }),
};
