import { keeps } from '../mutate.js';
import { inElements, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'RevokeCertificate is dropped from a policy.',
  breaks: 'POL-25',
  killedBy: 'policy-content/settles-other-action-sets',
  mutate: keeps(
    inElements('Action', (actions) =>
      listed(actions).includes('acm-pca:RevokeCertificate')
        ? listed(actions).filter((action) => action !== 'acm-pca:RevokeCertificate')
        : actions,
    ),
  ),
};
