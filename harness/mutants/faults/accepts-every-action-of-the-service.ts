import { ownerActions } from '../../api/actions.js';
import { overlooks } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may allow any action of the service.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: overlooks(
    inElements('Action', (actions) => textsOf(actions).filter((action) => !ownerActions.includes(action))),
  ),
};
