import { newestConstraints } from '../../api/constraints.js';
import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy above the former maximum is refused with LimitExceededException.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  bend: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength, 'LimitExceededException'),
};
