import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with the account that owns the CA is refused.',
  breaks: 'POL-19',
  killedBy: 'policy-content/accepts-the-own-account',
  bend: refusesPolicies(
    hasStatement(({ Principal, Resource }) => isDraft(Principal) && Principal['AWS'] === ownerIn(Resource)),
  ),
};
