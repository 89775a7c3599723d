import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with the account 444455556666 is refused, although the account exists.',
  breaks: 'POL-10',
  killedBy: 'policy-content/accepts-account-shares',
  bend: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && Principal['AWS'] === '444455556666')),
};
