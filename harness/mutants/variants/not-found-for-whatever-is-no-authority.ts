import { renamesErrors } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An ARN that names no CA of the caller is answered with ResourceNotFoundException.',
  permittedBy: 'ARN-03',
  mutate: renamesErrors({
    InvalidArnException: 'ResourceNotFoundException',
    AccessDeniedException: 'ResourceNotFoundException',
  }),
};
