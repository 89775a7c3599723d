import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'White space after the last brace makes a policy invalid.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  bend: refusesPolicies((text) => /\s$/.test(text)),
};
