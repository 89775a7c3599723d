import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Every account as principal is refused under any condition.',
  permittedBy: 'POL-33',
  mutate: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && Principal['AWS'] === '*')),
};
