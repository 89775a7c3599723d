import { reads } from '../bend.js';
import { inElements } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The effect of a statement comes back in lower case, which the comparison behind GP-03 does not regard.',
  permittedBy: 'GP-04',
  bend: reads(inElements('Effect', (effect) => String(effect).toLowerCase())),
};
