import { keeps } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An account that does not exist comes back as that of the owner.',
  breaks: 'POL-35',
  killedBy: 'policy-content/settles-unknown-principals',
  mutate: keeps(
    inElements('Principal', (principal, { Resource }) =>
      isDraft(principal) && principal['AWS'] === '000000000000' ? { AWS: ownerIn(Resource) } : principal,
    ),
  ),
};
