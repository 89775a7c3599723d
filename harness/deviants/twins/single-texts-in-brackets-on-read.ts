import { reads } from '../bend.js';
import { inTexts } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A single text comes back as a list of one.',
  permittedBy: 'GP-04',
  bend: reads(inTexts((value) => (typeof value === 'string' ? [value] : value))),
};
