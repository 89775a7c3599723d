import { ownerIn } from '../arn-parts.js';
import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with an account that does not own the CA is refused if a Sid has one character.',
  breaks: 'POL-10',
  killedBy: 'policy-content/accepts-account-shares',
  bend: refusesPolicies(
    hasStatement(
      ({ Sid, Principal, Resource }) =>
        isDraft(Principal) &&
        'AWS' in Principal &&
        Principal['AWS'] !== ownerIn(Resource) &&
        typeof Sid === 'string' &&
        Sid.length === 1,
    ),
  ),
};
