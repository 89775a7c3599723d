import { renamesErrors } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'ResourceNotFoundException is spelt resourceNotFoundException.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutate: renamesErrors({ ResourceNotFoundException: 'resourceNotFoundException' }),
};
