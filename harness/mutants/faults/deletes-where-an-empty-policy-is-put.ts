import { stores, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An empty policy deletes the one that is there.',
  breaks: 'POL-02',
  killedBy: 'policy-text/refuses-other-lengths',
  mutate: stores(({ text, right, arn, peek }) =>
    right.kind !== 'success' && text.trim() === '' && statusOf({ peek }, arn) !== undefined ? null : undefined,
  ),
};
