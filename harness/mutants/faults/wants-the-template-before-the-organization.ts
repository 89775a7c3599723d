import { refusesPolicies } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A share with an organization is refused if the organization is named before the template.',
  breaks: 'POL-08',
  killedBy: 'policy-content/accepts-organization-shares',
  mutate: refusesPolicies((text) => /"aws:PrincipalOrgID":"[^"]*","acm-pca:TemplateArn"/.test(text)),
};
