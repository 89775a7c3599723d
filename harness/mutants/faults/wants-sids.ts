import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement without a Sid is refused.',
  breaks: 'POL-16',
  killedBy: 'policy-content/accepts-hyphens-in-sids',
  mutate: refusesPolicies(hasStatement((statement) => !('Sid' in statement))),
};
