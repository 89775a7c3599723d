import { refusesPolicies } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'U+00FF is refused as a character outside the class.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  mutate: refusesPolicies((text) => text.includes('\u00ff'), 'ValidationException'),
};
