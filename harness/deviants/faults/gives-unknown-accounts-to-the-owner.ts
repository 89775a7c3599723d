import { keeps } from '../bend.js';
import { inElements, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An account that does not exist comes back as that of the owner.',
  breaks: 'POL-35',
  killedBy: 'policy-content/settles-unknown-principals',
  bend: keeps(
    inElements('Principal', (principal, { Resource }) =>
      isDraft(principal) && principal['AWS'] === '000000000000' ? { AWS: ownerIn(Resource) } : principal,
    ),
  ),
};
