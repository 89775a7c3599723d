import { outputs } from '../plain-client/mutations.js';
import { unreadable } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An answer that begins with white space cannot be read.',
  breaks: 'SDK-65',
  killedBy: 'sdk-answers/ignores-white-space',
  mutate: outputs((right, { text }) => (/^\s/.test(text) ? unreadable('unexpected white space') : right)),
};
