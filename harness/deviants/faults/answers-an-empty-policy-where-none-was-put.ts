import { bendEach, success, isRefused, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Before the first put GetPolicy succeeds with an empty policy.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bend: bendEach(false, ({ operation, ask, peek, arn, memory: wasPut, remember }) => {
    const right = ask(operation);
    if (operation.kind === 'PutPolicy' && right.kind === 'success') remember(true);
    const isEmpty = operation.kind === 'GetPolicy' && !wasPut && statusOf({ peek }, arn) !== undefined;
    return isEmpty && isRefused(right) ? success({ Policy: '' }) : right;
  }),
};
