import { keeps } from '../bend.js';
import { inStatements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement with a single action and no Sid comes back with Deny.',
  breaks: 'POL-29',
  killedBy: 'combinations/settle-pairs-of-forms-while-active',
  bend: keeps(
    inStatements((statement) =>
      typeof statement['Action'] === 'string' && !('Sid' in statement) ? { ...statement, Effect: 'Deny' } : statement,
    ),
  ),
};
