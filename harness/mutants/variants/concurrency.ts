// Freedoms in how overlapping calls are handled.

import type { Outcome } from '../../api/outcome.js';
import { named } from '../named.js';
import type { OverlapVariant } from '../overlap-mutant.js';
import { amongOthers, hasRival, isWrite, refusedForNow } from '../overlap.js';

/** Both are well below the limit of a run. */
const replicaLagMs = 300;
const readLagMs = 100;

interface Change {
  readonly atMs: number;
  readonly answer: Outcome;
}

export const concurrencyVariants = named<OverlapVariant>({
  'goes-back-within-the-bound': {
    freedom: 'Of two replicas, which are read in turn, one shows a change only after some time.',
    permittedBy: 'CC-01',
    keeps: 'eventual',
    intercept: amongOthers(() => {
      const changes = new Map<string, Change[]>();
      let reads = 0;
      return async ({ operation, step, peek, pause, nowMs }) => {
        const { ResourceArn: arn } = operation.input;
        const read = { kind: 'GetPolicy', input: { ResourceArn: arn } } as const;
        await pause();
        const own = changes.get(arn) ?? [{ atMs: -Infinity, answer: peek(read) }];
        changes.set(arn, own);
        const outcome = step(operation);
        if (isWrite(operation)) own.push({ atMs: nowMs(), answer: peek(read) });
        else reads += 1;
        const late = own.findLast(({ atMs }) => atMs + replicaLagMs <= nowMs());
        await pause();
        return operation.kind === 'GetPolicy' && reads % 2 === 0 ? (late?.answer ?? outcome) : outcome;
      };
    }),
  },
  'is-slow': {
    freedom: 'Every call takes its time, before and after its effect.',
    permittedBy: 'CC-01',
    keeps: 'linearizable',
    intercept: amongOthers(() => async ({ operation, step, pause, delay, place }) => {
      await delay(5 + (place % 4) * 10);
      await pause();
      const outcome = step(operation);
      await pause();
      await delay(5 + (place % 3) * 10);
      return outcome;
    }),
  },
  'lags-within-the-bound': {
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
        const visible = own.findLast(({ atMs }) => atMs + readLagMs <= nowMs());
        await pause();
        return operation.kind === 'GetPolicy' ? (visible?.answer ?? outcome) : outcome;
      };
    }),
  },
  'answers-in-any-order': {
    freedom: 'A call has its effect at once and its answer late, so that calls end in another order.',
    permittedBy: 'CC-02',
    keeps: 'linearizable',
    intercept: amongOthers(() => async ({ operation, step, pause, delay, place }) => {
      await pause();
      const outcome = step(operation);
      await pause();
      await delay(((place * 7) % 5) * 12);
      return outcome;
    }),
  },
  'fails-one-call-in-211': {
    freedom: 'One call in 211 is answered with RequestFailedException and has no effect.',
    permittedBy: 'CC-02',
    keeps: 'linearizable',
    intercept: amongOthers(() => async ({ operation, step, pause, place }) => {
      await pause();
      const isFailed = place % 211 === 210;
      const outcome = isFailed
        ? ({ kind: 'service-error', error: 'RequestFailedException', status: 400 } as const)
        : step(operation);
      await pause();
      return outcome;
    }),
  },
  'refuses-on-overlap': {
    freedom: 'A write that meets another to its CA is refused for now.',
    permittedBy: 'CC-02',
    keeps: 'linearizable',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      const isRefused = isWrite(operation) && hasRival(operation, others());
      await pause();
      const outcome = isRefused ? refusedForNow() : step(operation);
      await pause();
      return outcome;
    }),
  },
  serialises: {
    freedom: 'Calls on one CA wait for each other.',
    permittedBy: 'CC-02',
    keeps: 'linearizable',
    intercept: amongOthers(() => {
      const last = new Map<string, Promise<unknown>>();
      return async ({ operation, step, pause }) => {
        const { ResourceArn: arn } = operation.input;
        const turn = (last.get(arn) ?? Promise.resolve()).then(async () => {
          await pause();
          const outcome = step(operation);
          await pause();
          return outcome;
        });
        last.set(arn, turn);
        return turn;
      };
    }),
  },
  'throttles-a-crowd': {
    freedom: 'A call is throttled while ten others are under way.',
    permittedBy: 'Q-01',
    keeps: 'linearizable',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const isThrottled = others().length >= 10;
      const outcome: Outcome = isThrottled
        ? { kind: 'service-error', error: 'ThrottlingException', status: 400 }
        : step(operation);
      await pause();
      return outcome;
    }),
  },
  'throttles-on-overlap': {
    freedom: 'A write that meets another to its CA is throttled.',
    permittedBy: 'Q-01',
    keeps: 'linearizable',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      const isThrottled = isWrite(operation) && hasRival(operation, others());
      await pause();
      const outcome = isThrottled
        ? ({ kind: 'service-error', error: 'ThrottlingException', status: 400 } as const)
        : step(operation);
      await pause();
      return outcome;
    }),
  },
});
