import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call is sent again at once.',
  breaks: 'SDK-87',
  killedBy: 'sdk-retry/waits-before-it-repeats',
  mutate: () => ({ waitMs: () => 0 }),
};
