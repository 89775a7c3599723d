import { keeps } from '../bend.js';
import { inElements, listed, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Of several accounts the first comes back.',
  breaks: 'POL-33',
  killedBy: 'policy-content/settles-principals',
  bend: keeps(
    inElements('Principal', (principal) =>
      isDraft(principal) && listed(principal['AWS']).length > 1 ? { AWS: listed(principal['AWS'])[0] } : principal,
    ),
  ),
};
