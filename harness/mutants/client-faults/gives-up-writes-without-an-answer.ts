import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A write whose connection was reset is not sent again, a read is.',
  breaks: 'SDK-89',
  killedBy: 'sdk-retry/repeats-what-was-not-answered',
  mutate: retries(
    (answer, right, { operation }) => right && !(answer.type === 'transportError' && operation !== 'GetPolicy'),
  ),
};
