import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A principal may be of a type that IAM does not know.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  mutate: overlooks(
    inElements('Principal', (principal) =>
      isDraft(principal) && Object.keys(principal).some((type) => !known.includes(type))
        ? { AWS: '444455556666' }
        : principal,
    ),
  ),
};

const known = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
