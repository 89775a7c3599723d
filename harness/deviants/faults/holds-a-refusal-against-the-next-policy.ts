import { bendEach, refusal, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'After a refusal the next policy for the same CA is refused too.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  bend: bendEach(false, ({ operation, ask, peek, memory: hasRefused, remember }) => {
    if (operation.kind !== 'PutPolicy') return ask(operation);
    const right = peek(operation);
    remember(isRefused(right, 'InvalidPolicyException'));
    return right.kind === 'success' && hasRefused ? refusal('InvalidPolicyException') : ask(operation);
  }),
};
