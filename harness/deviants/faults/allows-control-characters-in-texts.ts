import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A tab, a line feed or a carriage return may stand in a string.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  bend: overlooks((text) => text.replaceAll(/[\t\n\r]/g, ' ')),
};
