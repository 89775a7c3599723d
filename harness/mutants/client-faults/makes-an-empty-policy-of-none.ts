import { ok, outputs } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An answer without a policy becomes an empty one.',
  breaks: 'SDK-64',
  killedBy: 'sdk-answers/copes-without-a-policy',
  mutate: outputs((right, _answer, { operation }) =>
    operation === 'GetPolicy' && right.type === 'ok' && right.output['Policy'] === undefined
      ? ok({ Policy: '' })
      : right,
  ),
};
