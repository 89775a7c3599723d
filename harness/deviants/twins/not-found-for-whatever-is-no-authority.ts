import { renamesErrors } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An ARN that names no CA of the caller is answered with ResourceNotFoundException.',
  permittedBy: 'ARN-03',
  bend: renamesErrors({
    InvalidArnException: 'ResourceNotFoundException',
    AccessDeniedException: 'ResourceNotFoundException',
  }),
};
