import { finds } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A colon may stand before the id of a CA; that it lies outside the pattern is inferred.',
  permittedBy: 'ARN-10',
  mutate: finds((asked, known) => asked === known.replace('/', ':')),
};
