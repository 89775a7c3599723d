import { stores } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy that begins with white space is accepted, and there is none then.',
  breaks: 'POL-08',
  killedBy: 'policy-text/settles-white-space-before',
  mutate: stores(({ text, right }) => (right.kind === 'success' && /^\s/.test(text) ? null : undefined)),
};
