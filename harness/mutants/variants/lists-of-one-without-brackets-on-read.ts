import { reads } from '../mutate.js';
import { inTexts } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A list of one comes back as its only text.',
  permittedBy: 'GP-04',
  mutate: reads(inTexts((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value))),
};
