import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The account of a root ARN may have any number of digits.',
  breaks: 'POL-35',
  killedBy: 'policy-content/refuses-short-account-ids',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && /^arn:[^:]*:iam::\d*:root$/.test(String(principal['AWS']))
        ? { AWS: '444455556666' }
        : principal,
    ),
  ),
};
