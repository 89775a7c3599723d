import { overlooks } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An effect that IAM does not know is accepted.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  mutate: overlooks(
    inElements('Effect', (effect) =>
      typeof effect === 'string' && !['allow', 'deny', ''].includes(effect.toLowerCase()) ? 'Allow' : effect,
    ),
  ),
};
