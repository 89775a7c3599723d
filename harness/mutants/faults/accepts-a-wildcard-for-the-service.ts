import { overlooks } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may allow everything that the service does.',
  breaks: 'POL-28',
  killedBy: 'policy-content/refuses-wide-wildcards',
  mutate: overlooks(inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === 'acm-pca:*')))),
};
