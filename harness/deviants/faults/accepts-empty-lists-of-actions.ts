import { readActions } from '../../api/actions.js';
import { overlooks } from '../bend.js';
import { inElements, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement may allow no action.',
  breaks: 'POL-21',
  killedBy: 'policy-content/refuses-statements-without-actions',
  bend: overlooks(inElements('Action', (action) => (listed(action).length === 0 ? readActions : action))),
};
