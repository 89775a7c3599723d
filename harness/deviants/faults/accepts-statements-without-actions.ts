import { readActions } from '../../api/actions.js';
import { overlooks } from '../bend.js';
import { inStatements, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement need not have Action.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-statements-without-actions',
  bend: overlooks(
    inStatements((statement) =>
      'Action' in statement || 'NotAction' in statement
        ? statement
        : { ...without(statement, 'Actions'), Action: readActions },
    ),
  ),
};
