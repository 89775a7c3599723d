import { renamesErrors } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An ARN that names no CA is answered with ValidationException.',
  permittedBy: 'ARN-05',
  bend: renamesErrors({ InvalidArnException: 'ValidationException' }),
};
