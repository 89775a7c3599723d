import { overlooks } from '../mutate.js';
import { inStatements, renamed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'NotPrincipal may stand for Principal.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(inStatements((statement) => renamed(statement, 'NotPrincipal', 'Principal'))),
};
