// What the check of overlapping calls in suites/equivalence.ts notices: faults that only calls in both protocols at once show.

import { success, type Outcome } from '../../api/outcome.js';
import { overlapFaults } from '../overlap-mutant.js';
import { amongOthers, hasRival, isWrite } from '../overlap.js';

export const equivalenceOverlapFaults = overlapFaults('equivalence', {
  'drops-puts-that-meet-the-other-protocol': {
    fault: 'A put is answered and dropped during a write in the other protocol.',
    breaks: 'EQV-05',
    killedBy: 'keeps-overlapping-calls-in-order',
    intercept: amongOthers(() => async ({ operation, inOtherProtocol, step, pause }) => {
      await pause();
      const isDropped = operation.kind === 'PutPolicy' && hasRival(operation, inOtherProtocol());
      const outcome = isDropped ? success() : step(operation);
      await pause();
      return outcome;
    }),
  },
  'shows-the-policy-before-during-a-write-in-the-other-protocol': {
    fault: 'During a write in one protocol, a read in the other shows the policy before the last write.',
    breaks: 'EQV-05',
    killedBy: 'keeps-overlapping-calls-in-order',
    intercept: amongOthers(() => {
      const before = new Map<string, Outcome>();
      return async ({ operation, inOtherProtocol, step, peek, pause }) => {
        const { ResourceArn: arn } = operation.input;
        await pause();
        if (isWrite(operation)) before.set(arn, peek({ kind: 'GetPolicy', input: { ResourceArn: arn } }));
        const right = step(operation);
        const isStale = !isWrite(operation) && hasRival(operation, inOtherProtocol());
        const outcome = isStale ? (before.get(arn) ?? right) : right;
        await pause();
        return outcome;
      };
    }),
  },
});
