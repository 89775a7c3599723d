import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An escaped slash comes back as two.',
  breaks: 'POL-08',
  killedBy: 'policy-text/settles-needless-escapes',
  bend: keeps((text) => text.replaceAll(String.raw`\/`, '//')),
};
