import { shareableActions, ownerActions } from '../../api/actions.js';
import { overlooks } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may allow an action of the service that does not exist.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: overlooks(
    inElements('Action', (actions) =>
      textsOf(actions).filter(
        (action) =>
          !(/^acm-pca:\w+$/.test(action) && !ownerActions.includes(action) && !shareableActions.includes(action)),
      ),
    ),
  ),
};
