import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A key may lack its quotes.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  mutate: overlooks((text) => text.replaceAll(/([{,]\s*)(\w+)(\s*:)/g, '$1"$2"$3')),
};
