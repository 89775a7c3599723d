import { overlooks } from '../bend.js';
import { inDocument, statementsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The first statement of a policy alone is looked at.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(
    inDocument((document) => {
      const [first] = statementsOf(document);
      return first === undefined ? document : { ...document, Statement: [first] };
    }),
  ),
};
