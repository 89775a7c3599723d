import { refusesPolicies } from '../mutate.js';
import { statementsOf, documentOf, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Two statements with the same Sid are refused.',
  breaks: 'POL-15',
  killedBy: 'policy-content/accepts-one-sid-twice',
  mutate: refusesPolicies((text) => {
    const sids = statementsOf(documentOf(text)).flatMap(({ Sid }) => listed(Sid));
    return new Set(sids).size < sids.length;
  }),
};
