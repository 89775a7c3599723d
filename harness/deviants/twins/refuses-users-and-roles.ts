import { refusesPolicies } from '../bend.js';
import { hasStatement, textOf, isDraft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A principal is an account by its id, a service, or everybody.',
  permittedBy: 'POL-33',
  bend: refusesPolicies(
    hasStatement(
      ({ Principal }) =>
        isDraft(Principal) && 'AWS' in Principal && !/^\d{12}$/.test(textOf(Principal['AWS']).slice(1, -1)),
    ),
  ),
};
