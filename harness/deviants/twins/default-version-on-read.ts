import { reads } from '../bend.js';
import { inDocument } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy without Version comes back with the one that IAM takes for it.',
  permittedBy: 'GP-04',
  bend: reads(inDocument((document) => ({ Version: '2008-10-17', ...document }))),
};
