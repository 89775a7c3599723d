import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A share with the account 444455556666 is refused, although the account exists.',
  breaks: 'POL-10',
  killedBy: 'policy-content/accepts-account-shares',
  mutate: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && Principal['AWS'] === '444455556666')),
};
