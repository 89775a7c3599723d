import { refusesPolicies } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'U+007E is refused as a character outside the class.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  bend: refusesPolicies((text) => text.includes('~'), 'ValidationException'),
};
