import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call whose connection was reset is not sent again.',
  breaks: 'SDK-88',
  killedBy: 'sdk-retry/repeats-what-was-never-read',
  mutate: retries((answer, right) => right && answer.type !== 'transportError'),
};
