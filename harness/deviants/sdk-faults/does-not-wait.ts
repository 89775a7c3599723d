import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call is sent again at once.',
  breaks: 'SDK-87',
  killedBy: 'sdk-retry/waits-before-it-repeats',
  bend: () => ({ waitMs: () => 0 }),
};
