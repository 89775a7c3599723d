import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Every account as principal is refused under any condition.',
  permittedBy: 'POL-33',
  bend: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && Principal['AWS'] === '*')),
};
