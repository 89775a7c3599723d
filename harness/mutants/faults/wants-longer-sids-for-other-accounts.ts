import { ownerIn } from '../arn-parts.js';
import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A share with an account that does not own the CA is refused if a Sid has one character.',
  breaks: 'POL-10',
  killedBy: 'policy-content/accepts-account-shares',
  mutate: refusesPolicies(
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
