import { mends } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'U+FEFF may precede a policy and is dropped.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: mends((text) => text.replace(/^\ufeff/, '')),
};
