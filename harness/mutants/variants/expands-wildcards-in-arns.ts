import { finds } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A wildcard in an ARN stands for a CA; that it lies outside the pattern is inferred.',
  permittedBy: 'ARN-10',
  mutate: finds((asked, known) => asked.endsWith('*') && known.startsWith(asked.slice(0, -1))),
};
