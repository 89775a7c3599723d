import { ok, outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An answer without a policy becomes an empty one.',
  breaks: 'SDK-64',
  killedBy: 'sdk-answers/copes-without-a-policy',
  bend: outputs((right, _answer, { operation }) =>
    operation === 'GetPolicy' && right.type === 'ok' && right.output['Policy'] === undefined
      ? ok({ Policy: '' })
      : right,
  ),
};
