import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call that takes half a second is given up.',
  breaks: 'SDK-104',
  killedBy: 'sdk-deadline/waits-for-slow-answers',
  mutate: (correct) => ({ deadlineMsOf: (call) => correct.deadlineMsOf(call) ?? 500 }),
};
