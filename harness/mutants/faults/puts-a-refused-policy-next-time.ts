import { mutateEach, success, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What a CA carries after the next put is the policy that was refused.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  mutate: mutateEach<string | undefined>(undefined, ({ operation, ask, peek, memory: refused, remember }) => {
    const right = peek(operation);
    if (operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException')) remember(operation.input.Policy);
    if (operation.kind !== 'GetPolicy' || refused === undefined || right.kind !== 'success') return ask(operation);
    return success({ Policy: refused });
  }),
};
