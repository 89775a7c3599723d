import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with an organization is refused if the organization is named before the template.',
  breaks: 'POL-08',
  killedBy: 'policy-content/accepts-organization-shares',
  bend: refusesPolicies((text) => /"aws:PrincipalOrgID":"[^"]*","acm-pca:TemplateArn"/.test(text)),
};
