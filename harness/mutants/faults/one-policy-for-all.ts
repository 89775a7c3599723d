import { isPolicyOperation } from '../../api/operation.js';
import { mutate, success } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'All CAs share one policy.',
  breaks: 'ISO-01',
  killedBy: 'isolation/acts-on-the-named-authority-alone',
  isControl: true,
  mutate: mutate<string | undefined>(undefined, ({ operation, ask, memory: shared, remember }) => {
    const right = ask(operation);
    if (!isPolicyOperation(operation)) return right;
    if (operation.kind === 'GetPolicy') return shared === undefined ? right : success({ Policy: shared });
    if (right.kind === 'success') remember(operation.kind === 'PutPolicy' ? operation.input.Policy : undefined);
    return right;
  }),
};
