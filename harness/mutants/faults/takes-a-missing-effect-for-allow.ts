import { overlooks } from '../mutate.js';
import { inStatements, without } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement without Effect allows.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  mutate: overlooks(
    inStatements((statement) =>
      'Effect' in statement ? statement : { ...without(statement, 'Efect'), Effect: 'Allow' },
    ),
  ),
};
