import { stores } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  isControl: true,
  bend: stores(({ right }) => (right.kind === 'success' ? null : undefined)),
};
