import { keeps } from '../bend.js';
import { inElements, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'RevokeCertificate is dropped from a policy.',
  breaks: 'POL-25',
  killedBy: 'policy-content/settles-other-action-sets',
  bend: keeps(
    inElements('Action', (actions) =>
      listed(actions).includes('acm-pca:RevokeCertificate')
        ? listed(actions).filter((action) => action !== 'acm-pca:RevokeCertificate')
        : actions,
    ),
  ),
};
