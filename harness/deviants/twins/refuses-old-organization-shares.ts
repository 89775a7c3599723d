import { refusesPolicies } from '../bend.js';
import { hasStatement, textOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A share with an organization has to exclude the owner.',
  permittedBy: 'POL-12',
  bend: refusesPolicies(
    hasStatement(
      ({ Principal, Condition }) =>
        Principal === '*' &&
        textOf(Condition ?? {}).includes('"aws:PrincipalOrgID"') &&
        !textOf(Condition).includes('StringNotEquals'),
    ),
  ),
};
