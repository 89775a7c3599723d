import { stores, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An empty policy deletes the one that is there.',
  breaks: 'POL-02',
  killedBy: 'policy-text/refuses-other-lengths',
  bend: stores(({ text, right, arn, peek }) =>
    right.kind !== 'success' && text.trim() === '' && statusOf({ peek }, arn) !== undefined ? null : undefined,
  ),
};
