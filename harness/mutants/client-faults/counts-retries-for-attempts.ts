import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call is sent once more often than it was told to.',
  breaks: 'SDK-83',
  killedBy: 'sdk-retry/keeps-to-the-attempts-it-was-given',
  mutate: (correct) => ({ attemptsOf: (call) => correct.attemptsOf(call) + 1 }),
};
