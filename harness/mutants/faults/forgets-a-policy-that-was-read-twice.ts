import { mutateEach } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy is gone once it was read twice.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  mutate: mutateEach(0, ({ operation, ask, arn, memory: readings, remember }) => {
    const outcome = ask(operation);
    remember(operation.kind === 'GetPolicy' ? readings + 1 : 0);
    if (operation.kind === 'GetPolicy' && readings === 1) ask({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
    return outcome;
  }),
};
