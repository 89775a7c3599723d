import { readActions } from '../../api/actions.js';
import { overlooks } from '../mutate.js';
import { inStatements, without } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement need not have Action.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-statements-without-actions',
  mutate: overlooks(
    inStatements((statement) =>
      'Action' in statement || 'NotAction' in statement
        ? statement
        : { ...without(statement, 'Actions'), Action: readActions },
    ),
  ),
};
