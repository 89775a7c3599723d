import { stores } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy that is there is not replaced by a shorter one.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  mutate: stores(({ text, right, before = '' }) =>
    right.kind === 'success' && before.length > text.length ? before : undefined,
  ),
};
