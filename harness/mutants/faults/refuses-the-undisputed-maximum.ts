import { newestConstraints } from '../../api/constraints.js';
import { refusesPolicies } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy of as many characters as every model allows is one too long.',
  breaks: 'POL-01',
  killedBy: 'policy-text/accepts-the-undisputed-maximum',
  mutate: refusesPolicies((text) => text.length === newestConstraints.undisputedPolicyLength, 'ValidationException'),
};
