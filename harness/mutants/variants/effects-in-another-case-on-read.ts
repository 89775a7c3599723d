import { reads } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The effect of a statement comes back in lower case, which the comparison behind GP-03 does not regard.',
  permittedBy: 'GP-04',
  mutate: reads(inElements('Effect', (effect) => String(effect).toLowerCase())),
};
