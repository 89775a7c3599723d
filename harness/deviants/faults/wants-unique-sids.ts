import { refusesPolicies } from '../bend.js';
import { statementsOf, documentOf, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Two statements with the same Sid are refused.',
  breaks: 'POL-15',
  killedBy: 'policy-content/accepts-one-sid-twice',
  bend: refusesPolicies((text) => {
    const sids = statementsOf(documentOf(text)).flatMap(({ Sid }) => listed(Sid));
    return new Set(sids).size < sids.length;
  }),
};
