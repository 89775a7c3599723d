import { refusesPolicies } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy with a JSON escape is refused.',
  permittedBy: 'POL-08',
  mutate: refusesPolicies((text) => text.includes('\\')),
};
