import { renamesErrors } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An ARN that names no CA is answered with ResourceNotFoundException.',
  permittedBy: 'ARN-03',
  bend: renamesErrors({ InvalidArnException: 'ResourceNotFoundException' }),
};
