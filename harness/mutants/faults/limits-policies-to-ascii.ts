import { refusesPolicies } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Characters above U+007E are refused as outside the class.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  mutate: refusesPolicies((text) => /[^\t\n\r -~]/.test(text), 'ValidationException'),
};
