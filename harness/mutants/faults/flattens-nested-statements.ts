import { overlooks } from '../mutate.js';
import { inDocument, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Statements may stand in a list within the list.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  mutate: overlooks(inDocument((document) => ({ ...document, Statement: listed(document['Statement']).flat() }))),
};
