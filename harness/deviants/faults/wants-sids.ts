import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement without a Sid is refused.',
  breaks: 'POL-16',
  killedBy: 'policy-content/accepts-hyphens-in-sids',
  bend: refusesPolicies(hasStatement((statement) => !('Sid' in statement))),
};
