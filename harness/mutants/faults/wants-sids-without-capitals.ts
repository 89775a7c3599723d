import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A Sid with a capital letter is refused.',
  breaks: 'POL-14',
  killedBy: 'policy-content/accepts-any-sid-text',
  mutate: refusesPolicies(hasStatement(({ Sid }) => /[A-Z]/.test(String(Sid)))),
};
