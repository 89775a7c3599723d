import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call that is given up goes on.',
  breaks: 'SDK-102',
  killedBy: 'sdk-deadline/gives-calls-up',
  mutate: () => ({ endsWhenCancelled: false }),
};
