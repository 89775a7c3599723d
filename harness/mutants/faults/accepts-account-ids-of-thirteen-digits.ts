import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An account id may have one digit more.',
  breaks: 'POL-35',
  killedBy: 'policy-content/refuses-short-account-ids',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && /^\d{13}$/.test(String(principal['AWS'])) ? { AWS: '444455556666' } : principal,
    ),
  ),
};
