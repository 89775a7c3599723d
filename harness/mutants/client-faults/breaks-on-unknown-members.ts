import { outputs } from '../plain-client/mutations.js';
import { membersIn, unreadable } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An answer with a member that the model does not know cannot be read.',
  breaks: 'SDK-63',
  killedBy: 'sdk-answers/ignores-unknown-members',
  mutate: outputs((right, { text }) =>
    Object.keys(membersIn(text) ?? {}).some((name) => name !== 'Policy') ? unreadable('unknown member') : right,
  ),
};
