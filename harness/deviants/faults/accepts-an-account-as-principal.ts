import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A principal may be an account id, or the empty string.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(
    inElements('Principal', (principal) =>
      typeof principal === 'string' && principal !== '*' ? { AWS: '444455556666' } : principal,
    ),
  ),
};
