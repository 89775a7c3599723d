import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may be percent-encoded.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: overlooks((text) => (text.startsWith('%7B') ? decodeURIComponent(text) : text)),
};
