import { finds } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Two slashes in an ARN count as one; that they lie outside the pattern is inferred.',
  permittedBy: 'ARN-10',
  bend: finds((asked, known) => asked.replaceAll('//', '/') === known),
};
