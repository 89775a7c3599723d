import { stores } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that begins with white space is accepted, and there is none then.',
  breaks: 'POL-08',
  killedBy: 'policy-text/settles-white-space-before',
  bend: stores(({ text, right }) => (right.kind === 'success' && /^\s/.test(text) ? null : undefined)),
};
