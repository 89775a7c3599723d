import { refusesPolicies } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'White space before the first brace makes a policy invalid.',
  permittedBy: 'POL-08',
  mutate: refusesPolicies((text) => /^\s/.test(text)),
};
