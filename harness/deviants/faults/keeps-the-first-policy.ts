import { stores } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that is there is not replaced.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  bend: stores(({ right, before }) => (right.kind === 'success' ? before : undefined)),
};
