import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A share with a service is refused, because the service knows of none.',
  permittedBy: 'POL-35',
  bend: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && 'Service' in Principal)),
};
