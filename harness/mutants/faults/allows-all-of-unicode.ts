import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Every character from U+0020 may stand in a policy.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: overlooks((text) => text.replaceAll(/[\u0100-\uffff]/g, '')),
};
