import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import { hasKey } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A share with an organization is refused unless it excludes the account of the owner.',
  permittedBy: 'POL-12',
  bend: refusesPolicies(
    hasStatement(
      (statement) =>
        statement['Principal'] === '*' &&
        hasKey(statement, 'aws:PrincipalOrgID') &&
        !hasKey(statement, 'aws:PrincipalAccount'),
    ),
  ),
};
