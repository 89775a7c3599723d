import { answers } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors are worded in another way.',
  permittedBy: 'WIRE-07',
  bend: answers('policy operations', (right) =>
    right.kind === 'service-error' ? { ...right, message: 'Nein.' } : undefined,
  ),
};
