import { overlooks } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may allow PutPolicy.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !(action === 'acm-pca:PutPolicy'))),
  ),
};
