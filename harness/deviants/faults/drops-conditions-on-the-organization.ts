import { reads } from '../bend.js';
import { inElements, without, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns a share with an organization without the organization.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(
    inElements('Condition', (condition) =>
      isDraft(condition) && isDraft(condition['StringEquals'])
        ? { ...condition, StringEquals: without(condition['StringEquals'], 'aws:PrincipalOrgID') }
        : condition,
    ),
  ),
};
