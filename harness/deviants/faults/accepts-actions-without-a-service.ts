import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An action may lack its service.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !/^\w+$/.test(action)))),
};
