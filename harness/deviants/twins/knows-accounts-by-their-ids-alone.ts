import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Users, roles, root ARNs and lists of accounts are refused as principals.',
  permittedBy: 'POL-33',
  bend: refusesPolicies(
    hasStatement(({ Principal }) => isDraft(Principal) && 'AWS' in Principal && !isAccountId(Principal['AWS'])),
  ),
};

function isAccountId(principal: unknown): boolean {
  return typeof principal === 'string' && /^\d{12}$/.test(principal);
}
