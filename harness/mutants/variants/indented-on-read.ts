import { reads } from '../mutate.js';
import { documentOf, textOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A document comes back indented.',
  permittedBy: 'GP-04',
  mutate: reads((text) => textOf(documentOf(text), 2)),
};
