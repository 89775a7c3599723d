import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call has no deadline, whatever it was given.',
  breaks: 'SDK-100',
  killedBy: 'sdk-deadline/ends-calls-in-time',
  mutate: () => ({ deadlineMsOf: () => null }),
};
