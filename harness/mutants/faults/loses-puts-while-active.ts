import { stores, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On an ACTIVE CA PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'resource-state/works-while-active',
  mutate: stores(({ right, arn, peek }) =>
    right.kind === 'success' && statusOf({ peek }, arn) === 'ACTIVE' ? null : undefined,
  ),
};
