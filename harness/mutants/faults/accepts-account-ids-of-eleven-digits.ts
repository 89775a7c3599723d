import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An account id may be one digit short, as a number without its first zero is.',
  breaks: 'POL-35',
  killedBy: 'policy-content/refuses-short-account-ids',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && /^\d{11}$/.test(String(principal['AWS'])) ? { AWS: '444455556666' } : principal,
    ),
  ),
};
