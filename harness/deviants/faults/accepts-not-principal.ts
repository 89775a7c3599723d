import { overlooks } from '../bend.js';
import { inStatements, renamed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'NotPrincipal may stand for Principal.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(inStatements((statement) => renamed(statement, 'NotPrincipal', 'Principal'))),
};
