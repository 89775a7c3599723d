import { finds } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The id of a CA may be in upper case.',
  permittedBy: 'ARN-10',
  mutate: finds((asked, known) => asked === known.replace(/[^/]*$/, (id) => id.toUpperCase())),
};
