import { mutateEach } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy that a CA carried before is taken for the one that is there.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  mutate: mutateEach<readonly string[]>([], ({ operation, ask, peek, memory: had, remember }) => {
    if (operation.kind === 'DeletePolicy') remember([]);
    if (operation.kind !== 'PutPolicy') return ask(operation);
    const text = operation.input.Policy;
    if (had.includes(text)) return peek(operation);
    remember([...had, text]);
    return ask(operation);
  }),
};
