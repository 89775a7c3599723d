import { overlooks } from '../mutate.js';
import { inStatements, without } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement without Principal is about the owner.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inStatements((statement) =>
      'Principal' in statement || 'NotPrincipal' in statement
        ? statement
        : { ...without(statement, 'Principle'), Principal: { AWS: '444455556666' } },
    ),
  ),
};
