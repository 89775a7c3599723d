import { renamesErrors } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An ARN that names something else than a CA is answered with ValidationException.',
  permittedBy: 'ARN-03',
  mutate: renamesErrors({ InvalidArnException: 'ValidationException' }),
};
