import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Control characters that are escaped are dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/settles-escaped-characters',
  bend: keeps((text) => text.replaceAll(/\\u00[01]./g, '')),
};
