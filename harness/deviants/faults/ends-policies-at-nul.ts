import { mends } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A NUL ends a policy.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: mends((text) => text.replace(/\u0000.*$/s, '')),
};
