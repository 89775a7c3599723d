import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Single quotes may stand for double ones.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  mutate: overlooks((text) => text.replaceAll("'", '"')),
};
