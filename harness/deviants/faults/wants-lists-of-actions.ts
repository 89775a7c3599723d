import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An action without brackets is refused.',
  breaks: 'POL-18',
  killedBy: 'policy-content/accepts-an-action-as-string',
  bend: refusesPolicies(hasStatement(({ Action }) => typeof Action === 'string')),
};
