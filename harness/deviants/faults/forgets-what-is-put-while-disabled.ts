import { bend, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DISABLED CA PutPolicy succeeds and keeps nothing.',
  breaks: 'PP-01',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  bend: bend(undefined, ({ operation, ask, peek }) =>
    operation.kind === 'PutPolicy' && statusOf({ peek }, operation.input.ResourceArn) === 'DISABLED'
      ? peek(operation)
      : ask(operation),
  ),
};
