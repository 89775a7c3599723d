import { mends } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'U+FEFF may precede a policy and is dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: mends((text) => text.replace(/^\ufeff/, '')),
};
