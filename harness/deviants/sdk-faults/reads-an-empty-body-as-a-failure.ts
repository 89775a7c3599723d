import { outputs } from '../plain-client/bends.js';
import { unreadable } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An empty body is no JSON, and so a failure.',
  breaks: 'SDK-60',
  killedBy: 'sdk-answers/takes-an-empty-body-for-success',
  bend: outputs((right, { text }) => (text === '' ? unreadable('unexpected end of JSON') : right)),
};
