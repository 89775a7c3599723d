import { mutate } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Of twenty puts one is lost.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  mutate: mutate(1, ({ operation, ask, peek, memory: nth, remember }) => {
    if (operation.kind !== 'PutPolicy') return ask(operation);
    remember(nth + 1);
    return nth % 20 === 0 ? peek(operation) : ask(operation);
  }),
};
