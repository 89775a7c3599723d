import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom:
    'A Sid of other characters than letters, digits and hyphens, or longer than those that were seen, is refused.',
  permittedBy: 'POL-14',
  bend: refusesPolicies(hasStatement(({ Sid }) => typeof Sid === 'string' && !/^[A-Za-z0-9-]{1,56}$/.test(Sid))),
};
