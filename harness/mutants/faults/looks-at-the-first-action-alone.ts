import { overlooks } from '../mutate.js';
import { inElements, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Of the actions of a statement the first alone is looked at.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: overlooks(
    inElements('Action', (actions) =>
      listed(actions).length > 5 ? listed(actions).slice(0, 5) : listed(actions).slice(0, 1),
    ),
  ),
};
