import { mutate, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DISABLED CA PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  mutate: mutate(undefined, ({ operation, ask, peek }) =>
    operation.kind === 'PutPolicy' && statusOf({ peek }, operation.input.ResourceArn) === 'DISABLED'
      ? peek(operation)
      : ask(operation),
  ),
};
