import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every call is sent three times, whatever it was told.',
  breaks: 'SDK-83',
  killedBy: 'sdk-retry/keeps-to-the-attempts-it-was-given',
  mutate: () => ({ attemptsOf: () => 3 }),
};
