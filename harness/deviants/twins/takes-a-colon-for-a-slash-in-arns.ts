import { finds } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A colon may stand before the id of a CA; that it lies outside the pattern is inferred.',
  permittedBy: 'ARN-10',
  bend: finds((asked, known) => asked === known.replace('/', ':')),
};
