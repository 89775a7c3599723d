import { finds } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Two slashes in an ARN count as one; that they lie outside the pattern is inferred.',
  permittedBy: 'ARN-10',
  mutate: finds((asked, known) => asked.replaceAll('//', '/') === known),
};
