import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A Sid with a capital letter is refused.',
  breaks: 'POL-14',
  killedBy: 'policy-content/accepts-any-sid-text',
  bend: refusesPolicies(hasStatement(({ Sid }) => /[A-Z]/.test(String(Sid)))),
};
