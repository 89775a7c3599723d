import { reads } from '../mutate.js';
import { inDocument } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy without Version comes back with the one that IAM takes for it.',
  permittedBy: 'GP-04',
  mutate: reads(inDocument((document) => ({ Version: '2008-10-17', ...document }))),
};
