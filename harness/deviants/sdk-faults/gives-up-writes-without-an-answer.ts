import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A write whose connection was reset is not sent again, a read is.',
  breaks: 'SDK-89',
  killedBy: 'sdk-retry/repeats-what-was-not-answered',
  bend: retries(
    (answer, right, { operation }) => right && !(answer.type === 'transportError' && operation !== 'GetPolicy'),
  ),
};
