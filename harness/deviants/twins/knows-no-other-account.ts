import { ownerIn } from '../arn-parts.js';
import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A share with an account that does not own the CA is refused, because the service knows of no other.',
  permittedBy: 'POL-35',
  bend: refusesPolicies(
    hasStatement(
      ({ Principal, Resource }) => isDraft(Principal) && 'AWS' in Principal && Principal['AWS'] !== ownerIn(Resource),
    ),
  ),
};
