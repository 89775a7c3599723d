import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import { awsPrincipalsOf } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Accounts that do not exist, and roles in them, are refused.',
  permittedBy: 'POL-35',
  bend: refusesPolicies(
    hasStatement((statement) => awsPrincipalsOf(statement).some((each) => String(each).includes('000000000000'))),
  ),
};
