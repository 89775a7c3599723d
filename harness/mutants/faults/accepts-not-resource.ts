import { overlooks } from '../mutate.js';
import { inStatements, renamed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'NotResource may stand for Resource.',
  breaks: 'POL-31',
  killedBy: 'policy-content/refuses-not-resource',
  mutate: overlooks(inStatements((statement) => renamed(statement, 'NotResource', 'Resource'))),
};
