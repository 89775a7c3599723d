import { keeps } from '../mutate.js';
import { inStatements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement with a single action and no Sid comes back with Deny.',
  breaks: 'POL-29',
  killedBy: 'combinations/settle-pairs-of-forms-while-active',
  mutate: keeps(
    inStatements((statement) =>
      typeof statement['Action'] === 'string' && !('Sid' in statement) ? { ...statement, Effect: 'Deny' } : statement,
    ),
  ),
};
