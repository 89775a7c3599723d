import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may allow everything that the service does.',
  breaks: 'POL-28',
  killedBy: 'policy-content/refuses-wide-wildcards',
  bend: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === 'acm-pca:*')))),
};
