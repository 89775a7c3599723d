import { refusesPolicies } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that begins with white space is refused as unreadable.',
  permittedBy: 'POL-08',
  mutate: refusesPolicies((text) => /^\s/.test(text), 'ValidationException'),
};
