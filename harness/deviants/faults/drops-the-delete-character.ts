import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'U+007F is dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: keeps((text) => text.replaceAll('\u007f', '')),
};
