import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with a service is refused.',
  breaks: 'POL-13',
  killedBy: 'policy-content/accepts-the-firewall-proxy',
  bend: refusesPolicies(hasStatement(({ Principal }) => isDraft(Principal) && 'Service' in Principal)),
};
