import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call that was answered with status 502 is not sent again.',
  breaks: 'SDK-81',
  killedBy: 'sdk-retry/repeats-what-the-service-failed-at',
  mutate: retries((answer, right) => right && !(answer.type === 'serviceError' && answer.status === 502)),
};
