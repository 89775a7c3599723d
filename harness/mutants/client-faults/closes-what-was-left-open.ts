import { ok, outputs } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'JSON that breaks off is closed, and the policy that was there so far handed on.',
  breaks: 'SDK-71',
  killedBy: 'sdk-answers/makes-no-policy-of-json-cut-short',
  mutate: outputs((right, { text }) => {
    const [, policy] = /^\{"Policy":"(.+)$/.exec(text) ?? [];
    return right.type === 'ok' || policy === undefined ? right : ok({ Policy: policy });
  }),
};
