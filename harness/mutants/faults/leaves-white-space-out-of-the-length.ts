import { newestConstraints } from '../../api/constraints.js';
import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'White space does not count towards the length of a policy.',
  breaks: 'POL-01',
  killedBy: 'policy-text/refuses-other-lengths',
  mutate: overlooks((text) =>
    text.length > newestConstraints.policy.maxLength ? text.replaceAll(/ {99,}/g, '') : text,
  ),
};
