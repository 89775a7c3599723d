import { reads } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An escaped surrogate pair comes back as two characters of replacement.',
  breaks: 'POL-03',
  killedBy: 'policy-text/settles-escaped-characters',
  bend: reads((text) => text.replaceAll(/\\ud[89ab]..\\ud[c-f]../gi, String.raw`\ufffd\ufffd`)),
};
