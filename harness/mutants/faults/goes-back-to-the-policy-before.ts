import { mutateEach } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy brings back the policy before the one that is deleted.',
  breaks: 'DP-01',
  killedBy: 'sequences/keep-deleted-policies-away',
  mutate: mutateEach<readonly string[]>([], ({ operation, ask, arn, memory: former, remember }) => {
    const right = ask(operation);
    if (right.kind !== 'success' || operation.kind === 'GetPolicy') return right;
    const left = operation.kind === 'PutPolicy' ? [...former, operation.input.Policy] : former.slice(0, -1);
    remember(left);
    const before = operation.kind === 'DeletePolicy' ? left.at(-1) : undefined;
    if (before !== undefined) ask({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: before } });
    return right;
  }),
};
