import { refusesPolicies } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A carriage return makes a policy invalid.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  mutate: refusesPolicies((text) => text.includes('\r')),
};
