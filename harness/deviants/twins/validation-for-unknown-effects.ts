import { hasStatement } from '../documents.js';
import { renamesRefusals } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An Effect that IAM does not know is refused with ValidationException.',
  permittedBy: 'POL-30',
  bend: renamesRefusals(hasStatement(({ Effect }) => Effect !== 'Allow' && Effect !== 'Deny')),
};
