import { renamesErrors } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'ResourceNotFoundException is spelt resourceNotFoundException.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bend: renamesErrors({ ResourceNotFoundException: 'resourceNotFoundException' }),
};
