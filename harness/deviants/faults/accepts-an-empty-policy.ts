import { accepts } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes the empty string for a policy.',
  breaks: 'POL-02',
  killedBy: 'policy-text/refuses-other-lengths',
  bend: accepts((text) => text === ''),
};
