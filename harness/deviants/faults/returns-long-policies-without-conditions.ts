import { reads } from '../bend.js';
import { inStatements, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns a policy of more than 10,000 characters without its conditions.',
  breaks: 'GP-03',
  killedBy: 'policy-text/accepts-the-undisputed-maximum',
  bend: reads((text) =>
    text.length > 10_000 ? inStatements((statement) => without(statement, 'Condition'))(text) : text,
  ),
};
