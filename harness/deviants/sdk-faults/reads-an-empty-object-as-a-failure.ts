import { outputs } from '../plain-client/bends.js';
import { unreadable } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Where no output is due, an object is a failure.',
  breaks: 'SDK-61',
  killedBy: 'sdk-answers/takes-an-empty-object-for-success',
  bend: outputs((right, { text }, { operation }) =>
    operation !== 'GetPolicy' && text !== '' ? unreadable('unexpected output') : right,
  ),
};
