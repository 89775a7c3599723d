import { mutate, createdArn } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On every second CA PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-authorities-apart',
  mutate: mutate<readonly string[]>([], ({ operation, ask, peek, memory: arns, remember }) => {
    const right = operation.kind === 'PutPolicy' ? peek(operation) : ask(operation);
    const arn = createdArn(operation, right);
    if (arn !== undefined) remember([...arns, arn]);
    if (operation.kind !== 'PutPolicy') return right;
    const isLost = arns.indexOf(operation.input.ResourceArn) % 2 === 1;
    return isLost ? right : ask(operation);
  }),
};
