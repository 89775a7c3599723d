import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import { hasKey } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A share with an organization is refused, because the service knows of none.',
  permittedBy: 'POL-35',
  mutate: refusesPolicies(hasStatement((statement) => hasKey(statement, 'aws:PrincipalOrgID'))),
};
