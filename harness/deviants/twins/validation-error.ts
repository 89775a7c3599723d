import { renamesErrors } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Badly formed input is refused with ValidationError.',
  permittedBy: 'ERR-01',
  bend: renamesErrors({ ValidationException: 'ValidationError' }),
};
