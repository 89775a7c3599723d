import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A share with the account that owns the CA is refused.',
  breaks: 'POL-19',
  killedBy: 'policy-content/accepts-the-own-account',
  mutate: refusesPolicies(
    hasStatement(({ Principal, Resource }) => isDraft(Principal) && Principal['AWS'] === ownerIn(Resource)),
  ),
};
