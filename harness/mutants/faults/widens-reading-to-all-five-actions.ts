import { readActions } from '../../api/actions.js';
import { keeps } from '../mutate.js';
import { inElements, textOf, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'One read action comes back as all five.',
  breaks: 'POL-25',
  killedBy: 'policy-content/settles-other-action-sets',
  mutate: keeps(
    inElements('Action', (actions) =>
      textOf(listed(actions)) === textOf(['acm-pca:GetCertificate']) ? readActions : actions,
    ),
  ),
};
