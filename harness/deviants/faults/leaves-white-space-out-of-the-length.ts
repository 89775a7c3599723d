import { newestConstraints } from '../../api/constraints.js';
import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'White space does not count towards the length of a policy.',
  breaks: 'POL-01',
  killedBy: 'policy-text/refuses-other-lengths',
  bend: overlooks((text) => (text.length > newestConstraints.policy.maxLength ? text.replaceAll(/ {99,}/g, '') : text)),
};
