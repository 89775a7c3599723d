import { renamesErrors } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Badly formed input is refused with ValidationError.',
  permittedBy: 'ERR-01',
  mutate: renamesErrors({ ValidationException: 'ValidationError' }),
};
