import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Spaces between letters are dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: keeps((text) => text.replaceAll(/(\w) +(\w)/g, '$1$2')),
};
