import { overlooks } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A wildcard at the end of an action stands for those that may be allowed.',
  breaks: 'POL-28',
  killedBy: 'policy-content/refuses-wide-wildcards',
  mutate: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !/^acm-pca:\w+\*$/.test(action))),
  ),
};
