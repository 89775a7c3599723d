import { overlooks } from '../bend.js';
import { inElements, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Of the actions of a statement the first alone is looked at.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: overlooks(
    inElements('Action', (actions) =>
      listed(actions).length > 5 ? listed(actions).slice(0, 5) : listed(actions).slice(0, 1),
    ),
  ),
};
