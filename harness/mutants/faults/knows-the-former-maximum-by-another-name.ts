import { newestConstraints } from '../../api/constraints.js';
import { refusesPolicies } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy above the former maximum is refused with LimitExceededException.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  mutate: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength, 'LimitExceededException'),
};
