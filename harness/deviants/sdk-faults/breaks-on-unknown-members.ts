import { outputs } from '../plain-client/bends.js';
import { membersIn, unreadable } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An answer with a member that the model does not know cannot be read.',
  breaks: 'SDK-63',
  killedBy: 'sdk-answers/ignores-unknown-members',
  bend: outputs((right, { text }) =>
    Object.keys(membersIn(text) ?? {}).some((name) => name !== 'Policy') ? unreadable('unknown member') : right,
  ),
};
