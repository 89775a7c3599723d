import { renamesErrors } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A CA of another account is not found.',
  permittedBy: 'AUTH-04',
  bend: renamesErrors({ AccessDeniedException: 'ResourceNotFoundException' }),
};
