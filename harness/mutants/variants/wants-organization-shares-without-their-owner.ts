import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import { hasKey } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A share with an organization is refused unless it excludes the account of the owner.',
  permittedBy: 'POL-12',
  mutate: refusesPolicies(
    hasStatement(
      (statement) =>
        statement['Principal'] === '*' &&
        hasKey(statement, 'aws:PrincipalOrgID') &&
        !hasKey(statement, 'aws:PrincipalAccount'),
    ),
  ),
};
