import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every error is answered by sending the call again.',
  breaks: 'SDK-82',
  killedBy: 'sdk-retry/does-not-repeat-declared-errors',
  mutate: retries((answer, right) => right || answer.type === 'serviceError'),
};
