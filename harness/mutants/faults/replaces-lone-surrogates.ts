import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Half of a surrogate pair becomes U+FFFD and is accepted.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: overlooks((text) => text.replaceAll(/\p{Surrogate}/gu, '')),
};
