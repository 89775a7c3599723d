import { readActions } from '../../api/actions.js';
import { keeps } from '../bend.js';
import { inElements, textOf, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'One read action comes back as all five.',
  breaks: 'POL-25',
  killedBy: 'policy-content/settles-other-action-sets',
  bend: keeps(
    inElements('Action', (actions) =>
      textOf(listed(actions)) === textOf(['acm-pca:GetCertificate']) ? readActions : actions,
    ),
  ),
};
