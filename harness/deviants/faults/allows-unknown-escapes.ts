import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A string may have escapes that JSON does not know.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  bend: overlooks((text) => text.replaceAll(/\\[^"\\/bfnrtu]/g, 'x')),
};
