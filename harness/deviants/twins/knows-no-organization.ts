import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import { hasKey } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A share with an organization is refused, because the service knows of none.',
  permittedBy: 'POL-35',
  bend: refusesPolicies(hasStatement((statement) => hasKey(statement, 'aws:PrincipalOrgID'))),
};
