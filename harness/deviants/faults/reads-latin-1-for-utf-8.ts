import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The bytes of UTF-8 are read as characters.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: keeps((text) => Buffer.from(text, 'utf8').toString('latin1')),
};
