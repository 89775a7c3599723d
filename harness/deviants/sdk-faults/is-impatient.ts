import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call that takes half a second is given up.',
  breaks: 'SDK-104',
  killedBy: 'sdk-deadline/waits-for-slow-answers',
  bend: (correct) => ({ deadlineMsOf: (call) => correct.deadlineMsOf(call) ?? 500 }),
};
