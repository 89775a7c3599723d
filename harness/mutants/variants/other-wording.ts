import { answers } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors are worded in another way.',
  permittedBy: 'WIRE-07',
  mutate: answers('policy operations', (right) =>
    right.kind === 'service-error' ? { ...right, message: 'Nein.' } : undefined,
  ),
};
