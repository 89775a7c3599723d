import { bendEach, success, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What a CA carries after the next put is the policy that was refused.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  bend: bendEach<string | undefined>(undefined, ({ operation, ask, peek, memory: refused, remember }) => {
    const right = peek(operation);
    if (operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException')) remember(operation.input.Policy);
    if (operation.kind !== 'GetPolicy' || refused === undefined || right.kind !== 'success') return ask(operation);
    return success({ Policy: refused });
  }),
};
