import { overlooks } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A principal may be a list.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inElements('Principal', (principal) => (Array.isArray(principal) ? { AWS: '444455556666' } : principal)),
  ),
};
