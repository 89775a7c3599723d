import { mutateEach, success, isRefused, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Before the first put GetPolicy succeeds with an empty policy.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutate: mutateEach(false, ({ operation, ask, peek, arn, memory: wasPut, remember }) => {
    const right = ask(operation);
    if (operation.kind === 'PutPolicy' && right.kind === 'success') remember(true);
    const isEmpty = operation.kind === 'GetPolicy' && !wasPut && statusOf({ peek }, arn) !== undefined;
    return isEmpty && isRefused(right) ? success({ Policy: '' }) : right;
  }),
};
