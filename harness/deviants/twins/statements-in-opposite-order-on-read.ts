import { reads } from '../bend.js';
import { inDocument } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The statements come back in the opposite order.',
  permittedBy: 'GP-04',
  bend: reads(
    inDocument((document) => {
      const { Statement } = document;
      return Array.isArray(Statement) ? { ...document, Statement: Statement.toReversed() } : document;
    }),
  ),
};
