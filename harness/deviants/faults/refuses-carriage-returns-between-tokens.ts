import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A carriage return makes a policy invalid.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  bend: refusesPolicies((text) => text.includes('\r')),
};
