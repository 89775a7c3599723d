import { reads } from '../mutate.js';
import { inDocument, inElements, textsOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The statements, and the actions of each, come back in the opposite order.',
  permittedBy: 'GP-04',
  mutate: reads((text) =>
    inElements('Action', (actions) => (Array.isArray(actions) ? textsOf(actions).toReversed() : actions))(
      inDocument((document) => {
        const { Statement } = document;
        return Array.isArray(Statement) ? { ...document, Statement: Statement.toReversed() } : document;
      })(text),
    ),
  ),
};
