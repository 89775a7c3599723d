import { overlooks } from '../bend.js';
import { inElements, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The account of a root ARN may have any number of digits.',
  breaks: 'POL-35',
  killedBy: 'policy-content/refuses-short-account-ids',
  bend: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && /^arn:[^:]*:iam::\d*:root$/.test(String(principal['AWS']))
        ? { AWS: '444455556666' }
        : principal,
    ),
  ),
};
