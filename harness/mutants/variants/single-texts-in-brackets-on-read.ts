import { reads } from '../mutate.js';
import { inTexts } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A single text comes back as a list of one.',
  permittedBy: 'GP-04',
  mutate: reads(inTexts((value) => (typeof value === 'string' ? [value] : value))),
};
