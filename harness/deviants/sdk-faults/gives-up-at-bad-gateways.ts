import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call that was answered with status 502 is not sent again.',
  breaks: 'SDK-81',
  killedBy: 'sdk-retry/repeats-what-the-service-failed-at',
  bend: retries((answer, right) => right && !(answer.type === 'serviceError' && answer.status === 502)),
};
