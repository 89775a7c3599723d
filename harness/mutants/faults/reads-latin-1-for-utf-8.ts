import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The bytes of UTF-8 are read as characters.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  mutate: keeps((text) => Buffer.from(text, 'utf8').toString('latin1')),
};
