import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call that was refused for its rate is not sent again.',
  breaks: 'SDK-80',
  killedBy: 'sdk-retry/repeats-what-was-throttled',
  mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && (answer.status ?? 500) < 500)),
};
