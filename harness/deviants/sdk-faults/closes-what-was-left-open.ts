import { ok, outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'JSON that breaks off is closed, and the policy that was there so far handed on.',
  breaks: 'SDK-71',
  killedBy: 'sdk-answers/makes-no-policy-of-json-cut-short',
  bend: outputs((right, { text }) => {
    const [, policy] = /^\{"Policy":"(.+)$/.exec(text) ?? [];
    return right.type === 'ok' || policy === undefined ? right : ok({ Policy: policy });
  }),
};
