import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may have comments.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  mutate: overlooks((text) => text.replaceAll(/^\/\/.*\n|\/\*.*\*\//g, '')),
};
