import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A principal may be a list.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(
    inElements('Principal', (principal) => (Array.isArray(principal) ? { AWS: '444455556666' } : principal)),
  ),
};
