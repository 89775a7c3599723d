import { reads } from '../mutate.js';
import { inStatements, without } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns a policy of more than 10,000 characters without its conditions.',
  breaks: 'GP-03',
  killedBy: 'policy-text/accepts-the-undisputed-maximum',
  mutate: reads((text) =>
    text.length > 10_000 ? inStatements((statement) => without(statement, 'Condition'))(text) : text,
  ),
};
