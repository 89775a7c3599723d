import { reads } from '../bend.js';
import { documentOf, textOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A document comes back without white space, and in ASCII.',
  permittedBy: 'GP-04',
  bend: reads((text) => textOf(documentOf(text))),
};
