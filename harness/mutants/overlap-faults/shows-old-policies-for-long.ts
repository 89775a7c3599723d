import type { Outcome } from '../../api/outcome.js';
import { amongOthers, hasRival, isWrite } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'After writes that overlapped, reads show for ten minutes what was there before.',
  breaks: 'CC-01',
  killedBy: 'concurrency/settles-overlapping-writes',
  intercept: amongOthers(() => {
    const old = new Map<string, { readonly answer: Outcome; readonly untilMs: number }>();
    return async (call) => {
      const { operation, met, step, peek, nowMs, pause } = call;
      const { ResourceArn: arn } = operation.input;
      const before = peek({ kind: 'GetPolicy', input: { ResourceArn: arn } });
      await pause();
      const shown = old.get(arn);
      const isOld = operation.kind === 'GetPolicy' && shown !== undefined && shown.untilMs > nowMs();
      const outcome = isOld ? shown.answer : step(operation);
      if (isWrite(operation)) {
        if (hasRival(operation, met())) old.set(arn, { answer: before, untilMs: nowMs() + 600_000 });
        else old.delete(arn);
      }
      await pause();
      return outcome;
    };
  }),
};
