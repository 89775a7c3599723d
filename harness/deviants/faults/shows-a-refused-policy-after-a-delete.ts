import { bendEach, success, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'After a delete GetPolicy returns the policy that was refused last.',
  breaks: 'GP-07',
  killedBy: 'delete-policy/removes-the-policy',
  bend: bendEach<string | undefined>(undefined, ({ operation, ask, peek, memory: refused, remember }) => {
    const right = peek(operation);
    if (operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException')) remember(operation.input.Policy);
    const isShown = operation.kind === 'GetPolicy' && isRefused(right) && refused !== undefined;
    return isShown ? success({ Policy: refused }) : ask(operation);
  }),
};
