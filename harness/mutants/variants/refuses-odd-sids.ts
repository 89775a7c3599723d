import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom:
    'A Sid of other characters than letters, digits and hyphens, or longer than those that were seen, is refused.',
  permittedBy: 'POL-14',
  mutate: refusesPolicies(hasStatement(({ Sid }) => typeof Sid === 'string' && !/^[A-Za-z0-9-]{1,56}$/.test(Sid))),
};
