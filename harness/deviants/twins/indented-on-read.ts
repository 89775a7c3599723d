import { reads } from '../bend.js';
import { documentOf, textOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A document comes back indented.',
  permittedBy: 'GP-04',
  bend: reads((text) => textOf(documentOf(text), 2)),
};
