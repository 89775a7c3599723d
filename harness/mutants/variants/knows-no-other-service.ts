import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A share with a service is refused, because the service knows of none.',
  permittedBy: 'POL-35',
  mutate: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && 'Service' in Principal)),
};
