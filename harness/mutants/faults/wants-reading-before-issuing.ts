import { issueAction } from '../../api/actions.js';
import { refusesPolicies } from '../mutate.js';
import { hasStatement, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy whose first statement allows issuing is refused.',
  breaks: 'POL-17',
  killedBy: 'policy-content/accepts-either-order',
  mutate: refusesPolicies(hasStatement(({ Action }, index) => index === 0 && listed(Action).includes(issueAction))),
};
