import { accepts } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes the empty string for a policy.',
  breaks: 'POL-02',
  killedBy: 'policy-text/refuses-other-lengths',
  mutate: accepts((text) => text === ''),
};
