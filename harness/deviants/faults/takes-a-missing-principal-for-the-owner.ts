import { overlooks } from '../bend.js';
import { inStatements, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement without Principal is about the owner.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(
    inStatements((statement) =>
      'Principal' in statement || 'NotPrincipal' in statement
        ? statement
        : { ...without(statement, 'Principle'), Principal: { AWS: '444455556666' } },
    ),
  ),
};
