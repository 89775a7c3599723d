import { keeps } from '../bend.js';
import { inStatements, textOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement for a role with a hyphen in its Sid comes back for everybody.',
  breaks: 'POL-29',
  killedBy: 'combinations/settle-pairs-of-forms',
  bend: keeps(
    inStatements((statement) =>
      textOf(statement['Principal'] ?? '').includes(':role/') && String(statement['Sid']).includes('-')
        ? { ...statement, Principal: '*' }
        : statement,
    ),
  ),
};
