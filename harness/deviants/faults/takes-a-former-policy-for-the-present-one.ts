import { bendEach } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that a CA carried before is taken for the one that is there.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  bend: bendEach<readonly string[]>([], ({ operation, ask, peek, memory: had, remember }) => {
    if (operation.kind === 'DeletePolicy') remember([]);
    if (operation.kind !== 'PutPolicy') return ask(operation);
    const text = operation.input.Policy;
    if (had.includes(text)) return peek(operation);
    remember([...had, text]);
    return ask(operation);
  }),
};
