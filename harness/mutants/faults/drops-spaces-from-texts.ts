import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Spaces between letters are dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  mutate: keeps((text) => text.replaceAll(/(\w) +(\w)/g, '$1$2')),
};
