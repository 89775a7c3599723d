import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A principal may be a federated one.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && 'Federated' in principal ? { AWS: '444455556666' } : principal,
    ),
  ),
};
