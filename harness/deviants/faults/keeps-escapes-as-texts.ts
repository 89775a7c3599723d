import { reads } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The backslash of an escape comes back as a backslash of its own.',
  breaks: 'POL-03',
  killedBy: 'policy-text/settles-escaped-characters',
  bend: reads((text) => text.replaceAll('\\', '\\\\')),
};
