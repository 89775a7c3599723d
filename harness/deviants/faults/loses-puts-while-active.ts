import { stores, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On an ACTIVE CA PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'resource-state/works-while-active',
  bend: stores(({ right, arn, peek }) =>
    right.kind === 'success' && statusOf({ peek }, arn) === 'ACTIVE' ? null : undefined,
  ),
};
