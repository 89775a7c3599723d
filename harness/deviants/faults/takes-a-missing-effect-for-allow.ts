import { overlooks } from '../bend.js';
import { inStatements, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement without Effect allows.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  bend: overlooks(
    inStatements((statement) =>
      'Effect' in statement ? statement : { ...without(statement, 'Efect'), Effect: 'Allow' },
    ),
  ),
};
