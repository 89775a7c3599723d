import { newestConstraints } from '../../api/constraints.js';
import { accepts } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may be one character longer than the limit.',
  breaks: 'POL-01',
  killedBy: 'policy-text/refuses-other-lengths',
  mutate: accepts((text) => text.length === newestConstraints.policy.maxLength + 1),
};
