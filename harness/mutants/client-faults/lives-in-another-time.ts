import { signing } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The client takes its local time, seven hours off, for UTC.',
  breaks: 'SDK-24',
  killedBy: 'sdk-signature/says-when',
  mutate: signing((choice) => ({ ...choice, nowMs: choice.nowMs - 7 * 3_600_000 })),
};
