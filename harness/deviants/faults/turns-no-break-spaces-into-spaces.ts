import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'U+00A0 becomes U+0020.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: keeps((text) => text.replaceAll('\u00a0', ' ')),
};
