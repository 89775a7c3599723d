import { newestConstraints } from '../../api/constraints.js';
import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What stands beyond the former maximum of a policy is lost.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  bend: keeps((text) => text.slice(0, newestConstraints.undisputedPolicyLength)),
};
