import { overlooks } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement may deny.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  mutate: overlooks(inElements('Effect', (effect) => (effect === 'Deny' ? 'Allow' : effect))),
};
