import { keeps } from '../bend.js';
import { inElements, without, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A condition on a key of no published policy is dropped.',
  breaks: 'POL-42',
  killedBy: 'policy-content/settles-conditions',
  bend: keeps(
    inElements('Condition', (condition) =>
      isDraft(condition) && 'StringEquals' in condition
        ? without(condition, 'IpAddress', 'StringLike', 'ArnLike')
        : condition,
    ),
  ),
};
