import { reads } from '../bend.js';
import { inDocument, inElements, textsOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The statements, and the actions of each, come back in the opposite order.',
  permittedBy: 'GP-04',
  bend: reads((text) =>
    inElements('Action', (actions) => (Array.isArray(actions) ? textsOf(actions).toReversed() : actions))(
      inDocument((document) => {
        const { Statement } = document;
        return Array.isArray(Statement) ? { ...document, Statement: Statement.toReversed() } : document;
      })(text),
    ),
  ),
};
