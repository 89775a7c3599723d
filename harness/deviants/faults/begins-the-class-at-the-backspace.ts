import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The class of allowed characters begins at U+0008.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: overlooks((text) => text.replaceAll('\u0008', '')),
};
