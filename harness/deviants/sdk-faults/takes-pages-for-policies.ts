import { ok, outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'What is not JSON is handed on as the policy.',
  breaks: 'SDK-76',
  killedBy: 'sdk-answers/makes-no-policy-of-a-page',
  bend: outputs((right, { text }, { operation }) =>
    operation === 'GetPolicy' && right.type !== 'ok' && !text.startsWith('{') ? ok({ Policy: text }) : right,
  ),
};
