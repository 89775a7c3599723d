import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may be percent-encoded.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bend: overlooks((text) => (text.startsWith('%7B') ? decodeURIComponent(text) : text)),
};
