import { mends } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A NUL ends a policy.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: mends((text) => text.replace(/\u0000.*$/s, '')),
};
