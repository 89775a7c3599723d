import { overlooks } from '../mutate.js';
import { inElements, textOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may name no account.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      ['{}', '{"AWS":[]}'].includes(textOf(principal)) ? { AWS: '444455556666' } : principal,
    ),
  ),
};
