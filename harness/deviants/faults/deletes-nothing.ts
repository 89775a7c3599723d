import { bend } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'DeletePolicy succeeds and deletes nothing.',
  breaks: 'DP-01',
  killedBy: 'delete-policy/removes-the-policy',
  bend: bend(undefined, ({ operation, ask, peek }) =>
    operation.kind === 'DeletePolicy' ? peek(operation) : ask(operation),
  ),
};
