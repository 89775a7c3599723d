import { accepts } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes {} for a policy.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: accepts((text) => text === '{}'),
};
