import { bend, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DISABLED CA DeletePolicy succeeds and deletes nothing.',
  breaks: 'DP-01',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  bend: bend(undefined, ({ operation, ask, peek }) =>
    operation.kind === 'DeletePolicy' && statusOf({ peek }, operation.input.ResourceArn) === 'DISABLED'
      ? peek(operation)
      : ask(operation),
  ),
};
