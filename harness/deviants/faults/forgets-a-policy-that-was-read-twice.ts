import { bendEach } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy is gone once it was read twice.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  bend: bendEach(0, ({ operation, ask, arn, memory: readings, remember }) => {
    const outcome = ask(operation);
    remember(operation.kind === 'GetPolicy' ? readings + 1 : 0);
    if (operation.kind === 'GetPolicy' && readings === 1) ask({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
    return outcome;
  }),
};
