import { bend } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Of twenty puts one is lost.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  bend: bend(1, ({ operation, ask, peek, memory: nth, remember }) => {
    if (operation.kind !== 'PutPolicy') return ask(operation);
    remember(nth + 1);
    return nth % 20 === 0 ? peek(operation) : ask(operation);
  }),
};
