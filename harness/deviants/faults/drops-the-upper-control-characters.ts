import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'U+0080 to U+009F are dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: keeps((text) => text.replaceAll(/[\u0080-\u009f]/g, '')),
};
