import { refusesPolicies } from '../bend.js';
import { hasStatement, textOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with an organization is refused.',
  breaks: 'POL-11',
  killedBy: 'policy-content/accepts-organization-shares',
  bend: refusesPolicies(hasStatement(({ Condition }) => textOf(Condition ?? {}).includes('aws:PrincipalOrgID'))),
};
