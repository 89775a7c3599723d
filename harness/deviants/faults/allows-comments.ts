import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may have comments.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  bend: overlooks((text) => text.replaceAll(/^\/\/.*\n|\/\*.*\*\//g, '')),
};
