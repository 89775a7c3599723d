import { mutate, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DISABLED CA DeletePolicy succeeds and deletes nothing.',
  breaks: 'DP-01',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  mutate: mutate(undefined, ({ operation, ask, peek }) =>
    operation.kind === 'DeletePolicy' && statusOf({ peek }, operation.input.ResourceArn) === 'DISABLED'
      ? peek(operation)
      : ask(operation),
  ),
};
