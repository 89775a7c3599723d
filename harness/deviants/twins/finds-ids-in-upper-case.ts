import { finds } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The id of a CA may be in upper case.',
  permittedBy: 'ARN-10',
  bend: finds((asked, known) => asked === known.replace(/[^/]*$/, (id) => id.toUpperCase())),
};
