import { mutate } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy succeeds and deletes nothing.',
  breaks: 'DP-01',
  killedBy: 'delete-policy/removes-the-policy',
  mutate: mutate(undefined, ({ operation, ask, peek }) =>
    operation.kind === 'DeletePolicy' ? peek(operation) : ask(operation),
  ),
};
