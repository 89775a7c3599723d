import { keeps } from '../mutate.js';
import { inElements, textOf, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A share with an organization that does not exclude the owner comes back with the exclusion.',
  breaks: 'POL-12',
  killedBy: 'policy-content/settles-superseded-organization-shares',
  mutate: keeps(
    inElements('Condition', (condition, { Resource }) =>
      isDraft(condition) && textOf(condition).includes('PrincipalOrgID') && !('StringNotEquals' in condition)
        ? { ...condition, StringNotEquals: { 'aws:PrincipalAccount': ownerIn(Resource) } }
        : condition,
    ),
  ),
};
