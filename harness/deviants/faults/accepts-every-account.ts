import { overlooks } from '../bend.js';
import { inElements, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may name every account.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && principal['AWS'] === '*' ? { AWS: '444455556666' } : principal,
    ),
  ),
};
