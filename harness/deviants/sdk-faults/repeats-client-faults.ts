import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Every error is answered by sending the call again.',
  breaks: 'SDK-82',
  killedBy: 'sdk-retry/does-not-repeat-declared-errors',
  bend: retries((answer, right) => right || answer.type === 'serviceError'),
};
