import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Users, roles, root ARNs and lists of accounts are refused as principals.',
  permittedBy: 'POL-33',
  mutate: refusesPolicies(
    hasStatement(({ Principal }) => isDraft(Principal) && 'AWS' in Principal && !isAccountId(Principal['AWS'])),
  ),
};

function isAccountId(principal: unknown): boolean {
  return typeof principal === 'string' && /^\d{12}$/.test(principal);
}
