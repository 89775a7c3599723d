import type { Outcome } from '../../api/outcome.js';
import { amongOthers, isWrite } from '../overlap.js';
import type { OverlapVariant } from '../overlap-mutant.js';

/** Well within the bound that a run gives it. */
const lagMs = 100;

interface Change {
  readonly atMs: number;
  readonly answer: Outcome;
}

export const variant: OverlapVariant = {
  freedom: 'Reads show a change only after some time.',
  permittedBy: 'CC-01',
  keeps: 'eventual',
  intercept: amongOthers(() => {
    const changes = new Map<string, Change[]>();
    return async ({ operation, step, peek, pause, nowMs }) => {
      const { ResourceArn: arn } = operation.input;
      const read = { kind: 'GetPolicy', input: { ResourceArn: arn } } as const;
      await pause();
      const own = changes.get(arn) ?? [{ atMs: -Infinity, answer: peek(read) }];
      changes.set(arn, own);
      const outcome = step(operation);
      if (isWrite(operation)) own.push({ atMs: nowMs(), answer: peek(read) });
      const visible = own.findLast(({ atMs }) => atMs + lagMs <= nowMs());
      await pause();
      return operation.kind === 'GetPolicy' ? (visible?.answer ?? outcome) : outcome;
    };
  }),
};
