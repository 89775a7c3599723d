import { accepts } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes any text for a policy.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  isControl: true,
  mutate: accepts(() => true),
};
