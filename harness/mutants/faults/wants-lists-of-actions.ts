import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An action without brackets is refused.',
  breaks: 'POL-18',
  killedBy: 'policy-content/accepts-an-action-as-string',
  mutate: refusesPolicies(hasStatement(({ Action }) => typeof Action === 'string')),
};
