import { outputs } from '../plain-client/mutations.js';
import { unreadable } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An empty body is no JSON, and so a failure.',
  breaks: 'SDK-60',
  killedBy: 'sdk-answers/takes-an-empty-body-for-success',
  mutate: outputs((right, { text }) => (text === '' ? unreadable('unexpected end of JSON') : right)),
};
