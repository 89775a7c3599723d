import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The class of allowed characters ends at U+0100.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: overlooks((text) => text.replaceAll('\u0100', '')),
};
