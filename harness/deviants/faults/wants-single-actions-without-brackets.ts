import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A list of one action is refused.',
  breaks: 'POL-18',
  killedBy: 'policy-content/accepts-an-action-as-string',
  bend: refusesPolicies(hasStatement(({ Action }) => Array.isArray(Action) && Action.length === 1)),
};
