import { ok, outputs } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An answer without a length is taken for an empty one.',
  breaks: 'SDK-67',
  killedBy: 'sdk-answers/reads-chunks',
  mutate: outputs((right, { headers }) => (headers['content-length'] === undefined ? ok() : right)),
};
