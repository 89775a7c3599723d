import { keeps } from '../mutate.js';
import { inElements, without, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A condition on a key of no published policy is dropped.',
  breaks: 'POL-42',
  killedBy: 'policy-content/settles-conditions',
  mutate: keeps(
    inElements('Condition', (condition) =>
      isDraft(condition) && 'StringEquals' in condition
        ? without(condition, 'IpAddress', 'StringLike', 'ArnLike')
        : condition,
    ),
  ),
};
