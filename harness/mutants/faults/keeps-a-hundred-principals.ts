import { keeps } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Of the accounts of a statement a hundred are kept.',
  breaks: 'POL-01',
  killedBy: 'policy-text/settles-long-elements',
  mutate: keeps(
    inElements('Principal', (principal) =>
      isDraft(principal) && Array.isArray(principal['AWS'])
        ? { ...principal, AWS: principal['AWS'].slice(0, 100) }
        : principal,
    ),
  ),
};
