import { mutateEach, refusal, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'After a refusal the next policy for the same CA is refused too.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  mutate: mutateEach(false, ({ operation, ask, peek, memory: hasRefused, remember }) => {
    if (operation.kind !== 'PutPolicy') return ask(operation);
    const right = peek(operation);
    remember(isRefused(right, 'InvalidPolicyException'));
    return right.kind === 'success' && hasRefused ? refusal('InvalidPolicyException') : ask(operation);
  }),
};
