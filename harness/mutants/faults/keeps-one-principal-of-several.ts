import { keeps } from '../mutate.js';
import { inElements, listed, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Of several accounts the first comes back.',
  breaks: 'POL-33',
  killedBy: 'policy-content/settles-principals',
  mutate: keeps(
    inElements('Principal', (principal) =>
      isDraft(principal) && listed(principal['AWS']).length > 1 ? { AWS: listed(principal['AWS'])[0] } : principal,
    ),
  ),
};
