import { overlooks } from '../mutate.js';
import { inDocument, statementsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The first statement of a policy alone is looked at.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inDocument((document) => {
      const [first] = statementsOf(document);
      return first === undefined ? document : { ...document, Statement: [first] };
    }),
  ),
};
