import { shareableActions, ownerActions } from '../../api/actions.js';
import { overlooks } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may allow an action of the service that does not exist.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: overlooks(
    inElements('Action', (actions) =>
      textsOf(actions).filter(
        (action) =>
          !(/^acm-pca:\w+$/.test(action) && !ownerActions.includes(action) && !shareableActions.includes(action)),
      ),
    ),
  ),
};
