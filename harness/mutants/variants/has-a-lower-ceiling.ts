import { refusesPolicies } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy of more than 12,288 characters is refused as invalid.',
  permittedBy: 'POL-01',
  mutate: refusesPolicies((text) => text.length > 12_288),
};
