import { keeps } from '../bend.js';
import { inElements, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Of the accounts of a statement a hundred are kept.',
  breaks: 'POL-01',
  killedBy: 'policy-text/settles-long-elements',
  bend: keeps(
    inElements('Principal', (principal) =>
      isDraft(principal) && Array.isArray(principal['AWS'])
        ? { ...principal, AWS: principal['AWS'].slice(0, 100) }
        : principal,
    ),
  ),
};
