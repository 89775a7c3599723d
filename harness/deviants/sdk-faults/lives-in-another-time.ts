import { signing } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The client takes its local time, seven hours off, for UTC.',
  breaks: 'SDK-24',
  killedBy: 'sdk-signature/says-when',
  bend: signing((choice) => ({ ...choice, nowMs: choice.nowMs - 7 * 3_600_000 })),
};
