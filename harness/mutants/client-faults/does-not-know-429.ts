import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'TooManyRequestsException is not taken for a refusal by rate.',
  breaks: 'SDK-80',
  killedBy: 'sdk-retry/repeats-what-was-throttled',
  mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && answer.status === 429)),
};
