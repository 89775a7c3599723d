import { outputs } from '../plain-client/mutations.js';
import { unreadable } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Where no output is due, an object is a failure.',
  breaks: 'SDK-61',
  killedBy: 'sdk-answers/takes-an-empty-object-for-success',
  mutate: outputs((right, { text }, { operation }) =>
    operation !== 'GetPolicy' && text !== '' ? unreadable('unexpected output') : right,
  ),
};
