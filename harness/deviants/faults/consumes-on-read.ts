import { bend } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy is gone once it was read.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  bend: bend(undefined, ({ operation, ask }) => {
    const outcome = ask(operation);
    if (operation.kind === 'GetPolicy') ask({ kind: 'DeletePolicy', input: operation.input });
    return outcome;
  }),
};
