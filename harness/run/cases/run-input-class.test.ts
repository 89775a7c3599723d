// Shrinking: when it ends, and that it always has a result.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case, Step } from '../../api/case.js';
import { requirementIds } from '../../catalogue/index.js';
import { oracle } from '../../model/oracle.js';
import { countDistinct } from './distinct-count.js';
import { runInputClass } from './run-input-class.js';
import { beginInputClass, type InputClassProgress } from './input-class-progress.js';
import { noSettling } from '../session/settling.js';
import { callerTo, plainContext, poolOf } from '../../testing/fake-context.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const get: Step = { role: 'subject', operation: { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } } };

interface Searched {
  readonly progress: InputClassProgress;
  readonly calls: number;
  readonly attempts: number;
}

/** Shrinks to the smallest number of reads that the target answers incorrectly: it does from the n-th on. */
async function search(wrongFrom: number, reads: { min: number; max: number }, callMs: number): Promise<Searched> {
  let nowMs = 0;
  let calls = 0;
  let inCase = 0;
  let attempts = 0;
  const call = async (): Promise<{ kind: 'service-error'; error: string; status: number }> => {
    nowMs += callMs;
    calls += 1;
    inCase += 1;
    const error = inCase >= wrongFrom ? 'RequestFailedException' : 'ResourceNotFoundException';
    return { kind: 'service-error', error, status: 400 };
  };
  const progress = beginInputClass(
    {
      id: 'reads',
      cases: fc.integer(reads).map<Case>((count) => ({
        inputClass: 'reads',
        given: ['usable'],
        steps: Array.from({ length: count }, () => get),
      })),
    },
    countDistinct(),
  );
  await runInputClass(
    {
      context: {
        caller: callerTo(call, { callCount: () => calls }),
        pool: poolOf({ arn, status: 'PENDING_CERTIFICATE' }, () => {
          inCase = 0;
        }),
        oracle,
        clock: { nowMs: () => nowMs, pause: async () => {} },
        settling: noSettling,
        settlingDecisions: noSettling,
        ...plainContext(),
      },
      progress,
      judges: new Set(requirementIds),
      onCase: () => {
        attempts += 1;
      },
      untilBudgetEnds: false,
      protocols: ['json'],
      shrinks: true,
    },
    { seed: 1, cases: 1, before: 0 },
  );
  return { progress, calls, attempts };
}

test('finds the smallest example', async () => {
  const { progress } = await search(3, { min: 0, max: 50 }, 1);
  expect(progress.failure?.failing.steps.length).toBe(3);
  expect(progress).toMatchObject({ cases: 1, observed: 1, rejected: 0 });
});

test('ends after a number of calls, with the smallest example so far', async () => {
  const { progress, calls } = await search(900, { min: 900, max: 5_000 }, 0);
  expect(progress.failure?.run.result.kind).toBe('violated');
  // The first case, the attempts, and the final run of the smallest.
  expect(calls).toBeLessThanOrEqual(5_000 + 2_000 + 2 * 5_000);
});

test('ends after a time, with the smallest example so far', async () => {
  const { progress, attempts } = await search(3, { min: 10, max: 100 }, 10_000);
  expect(progress.failure?.run.result.kind).toBe('violated');
  expect(attempts).toBeLessThanOrEqual(4);
});
