import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may name every account.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && principal['AWS'] === '*' ? { AWS: '444455556666' } : principal,
    ),
  ),
};
