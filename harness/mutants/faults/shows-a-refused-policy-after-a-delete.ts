import { mutateEach, success, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'After a delete GetPolicy returns the policy that was refused last.',
  breaks: 'GP-07',
  killedBy: 'delete-policy/removes-the-policy',
  mutate: mutateEach<string | undefined>(undefined, ({ operation, ask, peek, memory: refused, remember }) => {
    const right = peek(operation);
    if (operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException')) remember(operation.input.Policy);
    const isShown = operation.kind === 'GetPolicy' && isRefused(right) && refused !== undefined;
    return isShown ? success({ Policy: refused }) : ask(operation);
  }),
};
