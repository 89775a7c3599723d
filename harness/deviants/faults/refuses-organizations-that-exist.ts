import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with the organization o-example0000 is refused, although the organization exists.',
  breaks: 'POL-11',
  killedBy: 'policy-content/accepts-organization-shares',
  bend: refusesPolicies(
    hasStatement(({ Condition }) => isDraft(Condition) && JSON.stringify(Condition).includes('"o-example0000"')),
  ),
};
