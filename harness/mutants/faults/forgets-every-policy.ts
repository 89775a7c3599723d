import { stores } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  isControl: true,
  mutate: stores(({ right }) => (right.kind === 'success' ? null : undefined)),
};
