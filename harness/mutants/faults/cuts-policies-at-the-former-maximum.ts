import { newestConstraints } from '../../api/constraints.js';
import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What stands beyond the former maximum of a policy is lost.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  mutate: keeps((text) => text.slice(0, newestConstraints.undisputedPolicyLength)),
};
