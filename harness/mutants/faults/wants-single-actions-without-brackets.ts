import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A list of one action is refused.',
  breaks: 'POL-18',
  killedBy: 'policy-content/accepts-an-action-as-string',
  mutate: refusesPolicies(hasStatement(({ Action }) => Array.isArray(Action) && Action.length === 1)),
};
