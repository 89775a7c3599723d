import { mends } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A certificate as resource comes back as its CA.',
  breaks: 'POL-32',
  killedBy: 'policy-content/settles-certificate-resources',
  bend: mends((text) => text.replaceAll(/\/certificate\/[0-9a-f]+/g, '')),
};
