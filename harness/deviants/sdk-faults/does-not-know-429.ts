import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'TooManyRequestsException is not taken for a refusal by rate.',
  breaks: 'SDK-80',
  killedBy: 'sdk-retry/repeats-what-was-throttled',
  bend: retries((answer, right) => right && !(answer.type === 'serviceError' && answer.status === 429)),
};
