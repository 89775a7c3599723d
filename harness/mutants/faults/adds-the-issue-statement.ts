import { issueAction } from '../../api/actions.js';
import { keeps } from '../mutate.js';
import { inDocument, statementsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy without the issue statement comes back with one.',
  breaks: 'POL-25',
  killedBy: 'policy-content/settles-other-action-sets',
  mutate: keeps(
    inDocument((document) => {
      const [first, ...others] = statementsOf(document);
      return first === undefined || others.length > 0
        ? document
        : { ...document, Statement: [first, { ...first, Action: issueAction }] };
    }),
  ),
};
