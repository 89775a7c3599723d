import { newestConstraints } from '../../api/constraints.js';
import { accepts } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may be of any length.',
  breaks: 'POL-01',
  killedBy: 'policy-text/refuses-other-lengths',
  bend: accepts((text) => text.length > newestConstraints.policy.maxLength),
};
