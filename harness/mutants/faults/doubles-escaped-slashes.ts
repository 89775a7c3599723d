import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An escaped slash comes back as two.',
  breaks: 'POL-08',
  killedBy: 'policy-text/settles-needless-escapes',
  mutate: keeps((text) => text.replaceAll(String.raw`\/`, '//')),
};
