import { bendEach, success, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that is refused is kept all the same.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  bend: bendEach<string | undefined>(undefined, ({ operation, ask, memory: applied, remember }) => {
    const right = ask(operation);
    if (operation.kind === 'GetPolicy') return applied === undefined ? right : success({ Policy: applied });
    const isApplied = operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException');
    if (isApplied) remember(operation.input.Policy);
    else if (right.kind === 'success') remember(undefined);
    return right;
  }),
};
