import { mutate } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'From the hundredth call on PutPolicy succeeds and changes nothing.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  mutate: mutate(undefined, ({ operation, ask, peek, callsBefore }) =>
    operation.kind === 'PutPolicy' && callsBefore >= 100 ? peek(operation) : ask(operation),
  ),
};
