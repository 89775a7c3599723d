import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Control characters that are escaped are dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/settles-escaped-characters',
  mutate: keeps((text) => text.replaceAll(/\\u00[01]./g, '')),
};
