import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import { awsPrincipalsOf } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Accounts that do not exist, and roles in them, are refused.',
  permittedBy: 'POL-35',
  mutate: refusesPolicies(
    hasStatement((statement) => awsPrincipalsOf(statement).some((each) => String(each).includes('000000000000'))),
  ),
};
