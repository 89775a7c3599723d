import { mutate, success, policyAt } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Where a CA has a policy, GetPolicy returns that of the oldest CA that has one.',
  breaks: 'ISO-01',
  killedBy: 'sequences/keep-authorities-apart',
  mutate: mutate<readonly string[]>([], ({ operation, ask, peek, memory: arns, remember }) => {
    const right = ask(operation);
    if (operation.kind === 'PutPolicy' && right.kind === 'success')
      remember([...new Set([...arns, operation.input.ResourceArn])]);
    if (operation.kind !== 'GetPolicy' || right.kind !== 'success') return right;
    const Policy = arns.map((arn) => policyAt({ peek }, arn)).find((policy) => policy !== undefined);
    return success({ Policy });
  }),
};
