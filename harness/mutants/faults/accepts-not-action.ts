import { overlooks } from '../mutate.js';
import { inStatements, renamed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'NotAction may stand for Action.',
  breaks: 'POL-44',
  killedBy: 'policy-content/refuses-not-action',
  mutate: overlooks(inStatements((statement) => renamed(statement, 'NotAction', 'Action'))),
};
