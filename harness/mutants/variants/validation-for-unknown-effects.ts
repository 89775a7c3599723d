import { hasStatement } from '../documents.js';
import { renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An Effect that IAM does not know is refused with ValidationException.',
  permittedBy: 'POL-30',
  mutate: renamesRefusals(hasStatement(({ Effect }) => Effect !== 'Allow' && Effect !== 'Deny')),
};
