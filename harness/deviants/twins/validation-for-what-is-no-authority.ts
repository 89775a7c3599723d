import { renamesErrors } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An ARN that names something else than a CA is answered with ValidationException.',
  permittedBy: 'ARN-03',
  bend: renamesErrors({ InvalidArnException: 'ValidationException' }),
};
