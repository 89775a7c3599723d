import { renamesErrors } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'InvalidPolicyException is spelt invalidPolicyException.',
  breaks: 'PP-03',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: renamesErrors({ InvalidPolicyException: 'invalidPolicyException' }),
};
