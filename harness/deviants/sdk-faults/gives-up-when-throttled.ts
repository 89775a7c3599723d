import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call that was refused for its rate is not sent again.',
  breaks: 'SDK-80',
  killedBy: 'sdk-retry/repeats-what-was-throttled',
  bend: retries((answer, right) => right && !(answer.type === 'serviceError' && (answer.status ?? 500) < 500)),
};
