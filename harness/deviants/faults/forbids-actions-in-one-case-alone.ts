import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An action that is forbidden may be allowed in upper case.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !action.startsWith('ACM-PCA:'))),
  ),
};
