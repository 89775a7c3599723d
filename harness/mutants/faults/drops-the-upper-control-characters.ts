import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'U+0080 to U+009F are dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  mutate: keeps((text) => text.replaceAll(/[\u0080-\u009f]/g, '')),
};
