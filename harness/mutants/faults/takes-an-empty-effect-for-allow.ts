import { overlooks } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Effect may be empty or null.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  mutate: overlooks(inElements('Effect', (effect) => (effect === '' || effect === null ? 'Allow' : effect))),
};
