import { overlooks } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An action that is forbidden may be allowed in upper case.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !action.startsWith('ACM-PCA:'))),
  ),
};
