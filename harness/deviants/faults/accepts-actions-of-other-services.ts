import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may allow actions of other services.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: overlooks(
    inElements('Action', (actions) =>
      textsOf(actions).filter((action) => !(!action.startsWith('acm-') && /^[a-z0-9]+:/.test(action))),
    ),
  ),
};
