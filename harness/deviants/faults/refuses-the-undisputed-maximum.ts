import { newestConstraints } from '../../api/constraints.js';
import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy of as many characters as every model allows is one too long.',
  breaks: 'POL-01',
  killedBy: 'policy-text/accepts-the-undisputed-maximum',
  bend: refusesPolicies((text) => text.length === newestConstraints.undisputedPolicyLength, 'ValidationException'),
};
