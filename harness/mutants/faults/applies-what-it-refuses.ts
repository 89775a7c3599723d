import { mutateEach, success, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy that is refused is kept all the same.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  mutate: mutateEach<string | undefined>(undefined, ({ operation, ask, memory: applied, remember }) => {
    const right = ask(operation);
    if (operation.kind === 'GetPolicy') return applied === undefined ? right : success({ Policy: applied });
    const isApplied = operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException');
    if (isApplied) remember(operation.input.Policy);
    else if (right.kind === 'success') remember(undefined);
    return right;
  }),
};
