import { reads } from '../bend.js';
import { inTexts } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A list of one comes back as its only text.',
  permittedBy: 'GP-04',
  bend: reads(inTexts((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value))),
};
