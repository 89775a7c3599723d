import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A key may lack its quotes.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  bend: overlooks((text) => text.replaceAll(/([{,]\s*)(\w+)(\s*:)/g, '$1"$2"$3')),
};
