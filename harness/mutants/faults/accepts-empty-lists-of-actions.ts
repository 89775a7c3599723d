import { readActions } from '../../api/actions.js';
import { overlooks } from '../mutate.js';
import { inElements, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement may allow no action.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-statements-without-actions',
  mutate: overlooks(inElements('Action', (action) => (listed(action).length === 0 ? readActions : action))),
};
