import { keeps } from '../bend.js';
import { inElements, textOf, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A share with an organization that does not exclude the owner comes back with the exclusion.',
  breaks: 'POL-12',
  killedBy: 'policy-content/settles-superseded-organization-shares',
  bend: keeps(
    inElements('Condition', (condition, { Resource }) =>
      isDraft(condition) && textOf(condition).includes('PrincipalOrgID') && !('StringNotEquals' in condition)
        ? { ...condition, StringNotEquals: { 'aws:PrincipalAccount': ownerIn(Resource) } }
        : condition,
    ),
  ),
};
