import { stores } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy that is there is not replaced.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  mutate: stores(({ right, before }) => (right.kind === 'success' ? before : undefined)),
};
