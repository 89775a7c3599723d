import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call has no deadline, whatever it was given.',
  breaks: 'SDK-100',
  killedBy: 'sdk-deadline/ends-calls-in-time',
  bend: () => ({ deadlineMsOf: () => null }),
};
