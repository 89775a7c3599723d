import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may allow PutPolicy.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === 'acm-pca:PutPolicy'))),
  ),
};
