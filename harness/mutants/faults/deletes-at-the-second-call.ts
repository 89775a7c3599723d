import { mutateEach } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy is gone after the second DeletePolicy only.',
  breaks: 'DP-01',
  killedBy: 'delete-policy/removes-the-policy',
  mutate: mutateEach(false, ({ operation, ask, peek, memory: wasAsked, remember }) => {
    if (operation.kind === 'PutPolicy') remember(false);
    if (operation.kind !== 'DeletePolicy' || wasAsked) return ask(operation);
    remember(true);
    return peek(operation);
  }),
};
