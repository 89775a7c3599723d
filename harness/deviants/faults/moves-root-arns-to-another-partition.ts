import { reads } from '../bend.js';
import { inElements, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns the root ARN of the own account in another partition.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(
    inElements('Principal', (principal, { Resource }) =>
      isDraft(principal) && principal['AWS'] === ownerIn(Resource)
        ? { AWS: `arn:aws-cn:iam::${ownerIn(Resource)}:root` }
        : principal,
    ),
  ),
};
