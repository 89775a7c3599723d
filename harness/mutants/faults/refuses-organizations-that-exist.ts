import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A share with the organization o-example0000 is refused, although the organization exists.',
  breaks: 'POL-11',
  killedBy: 'policy-content/accepts-organization-shares',
  mutate: refusesPolicies(
    hasStatement(({ Condition }) => isDraft(Condition) && JSON.stringify(Condition).includes('"o-example0000"')),
  ),
};
