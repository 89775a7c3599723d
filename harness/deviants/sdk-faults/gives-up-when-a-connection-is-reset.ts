import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call whose connection was reset is not sent again.',
  breaks: 'SDK-88',
  killedBy: 'sdk-retry/repeats-what-was-never-read',
  bend: retries((answer, right) => right && answer.type !== 'transportError'),
};
