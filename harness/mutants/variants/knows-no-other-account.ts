import { ownerIn } from '../arn-parts.js';
import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A share with an account that does not own the CA is refused, because the service knows of no other.',
  permittedBy: 'POL-35',
  mutate: refusesPolicies(
    hasStatement(
      ({ Principal, Resource }) => isDraft(Principal) && 'AWS' in Principal && Principal['AWS'] !== ownerIn(Resource),
    ),
  ),
};
