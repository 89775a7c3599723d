import { keeps } from '../mutate.js';
import { inStatements, textOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement for a role with a hyphen in its Sid comes back for everybody.',
  breaks: 'POL-29',
  killedBy: 'combinations/settle-pairs-of-forms',
  mutate: keeps(
    inStatements((statement) =>
      textOf(statement['Principal'] ?? '').includes(':role/') && String(statement['Sid']).includes('-')
        ? { ...statement, Principal: '*' }
        : statement,
    ),
  ),
};
