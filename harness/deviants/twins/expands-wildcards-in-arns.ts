import { finds } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A wildcard in an ARN stands for a CA; that it lies outside the pattern is inferred.',
  permittedBy: 'ARN-10',
  bend: finds((asked, known) => asked.endsWith('*') && known.startsWith(asked.slice(0, -1))),
};
