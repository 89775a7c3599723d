import { reads } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import { ownerIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns a user for an account that does not own the CA.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads(
    inElements('Principal', (principal, { Resource }) =>
      isDraft(principal) && 'AWS' in principal && principal['AWS'] !== ownerIn(Resource)
        ? { AWS: 'AIDACKCEVSQ6C2EXAMPLE' }
        : principal,
    ),
  ),
};
