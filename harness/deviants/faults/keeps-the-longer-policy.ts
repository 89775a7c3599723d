import { stores } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that is there is not replaced by a shorter one.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  bend: stores(({ text, right, before = '' }) =>
    right.kind === 'success' && before.length > text.length ? before : undefined,
  ),
};
