import { bend } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'From the hundredth call on PutPolicy succeeds and changes nothing.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  bend: bend(undefined, ({ operation, ask, peek, callsBefore }) =>
    operation.kind === 'PutPolicy' && callsBefore >= 100 ? peek(operation) : ask(operation),
  ),
};
