import { outputs } from '../plain-client/bends.js';
import { unreadable } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An answer that begins with white space cannot be read.',
  breaks: 'SDK-65',
  killedBy: 'sdk-answers/ignores-white-space',
  bend: outputs((right, { text }) => (/^\s/.test(text) ? unreadable('unexpected white space') : right)),
};
