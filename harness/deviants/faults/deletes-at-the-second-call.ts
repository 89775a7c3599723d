import { bendEach } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy is gone after the second DeletePolicy only.',
  breaks: 'DP-01',
  killedBy: 'delete-policy/removes-the-policy',
  bend: bendEach(false, ({ operation, ask, peek, memory: wasAsked, remember }) => {
    if (operation.kind === 'PutPolicy') remember(false);
    if (operation.kind !== 'DeletePolicy' || wasAsked) return ask(operation);
    remember(true);
    return peek(operation);
  }),
};
