import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A wildcard at the end of an action stands for those that may be allowed.',
  breaks: 'POL-28',
  killedBy: 'policy-content/refuses-wide-wildcards',
  bend: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !/^acm-pca:\w+\*$/.test(action))),
  ),
};
