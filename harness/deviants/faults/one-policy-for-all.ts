import { isPolicyOperation } from '../../api/operation.js';
import { bend, success } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'All CAs share one policy.',
  breaks: 'ISO-01',
  killedBy: 'isolation/acts-on-the-named-authority-alone',
  isControl: true,
  bend: bend<string | undefined>(undefined, ({ operation, ask, memory: shared, remember }) => {
    const right = ask(operation);
    if (!isPolicyOperation(operation)) return right;
    if (operation.kind === 'GetPolicy') return shared === undefined ? right : success({ Policy: shared });
    if (right.kind === 'success') remember(operation.kind === 'PutPolicy' ? operation.input.Policy : undefined);
    return right;
  }),
};
