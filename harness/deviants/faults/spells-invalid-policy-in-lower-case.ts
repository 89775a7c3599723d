import { renamesErrors } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'InvalidPolicyException is spelt invalidPolicyException.',
  breaks: 'PP-03',
  killedBy: 'policy-content/refuses-other-actions',
  bend: renamesErrors({ InvalidPolicyException: 'invalidPolicyException' }),
};
