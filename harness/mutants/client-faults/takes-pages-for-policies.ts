import { ok, outputs } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'What is not JSON is handed on as the policy.',
  breaks: 'SDK-76',
  killedBy: 'sdk-answers/makes-no-policy-of-a-page',
  mutate: outputs((right, { text }, { operation }) =>
    operation === 'GetPolicy' && right.type !== 'ok' && !text.startsWith('{') ? ok({ Policy: text }) : right,
  ),
};
