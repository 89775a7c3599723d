import { issueAction } from '../../api/actions.js';
import { refusesPolicies } from '../bend.js';
import { hasStatement, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy whose first statement allows issuing is refused.',
  breaks: 'POL-17',
  killedBy: 'policy-content/accepts-either-order',
  bend: refusesPolicies(hasStatement(({ Action }, index) => index === 0 && listed(Action).includes(issueAction))),
};
