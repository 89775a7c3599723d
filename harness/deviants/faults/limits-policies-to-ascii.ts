import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Characters above U+007E are refused as outside the class.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: refusesPolicies((text) => /[^\t\n\r -~]/.test(text), 'ValidationException'),
};
