// Only calls that were refused for their rate are sent again, and not for ever.

import { expect, test } from 'vitest';
import type { Outcome } from '../../../api/outcome.js';
import { createResending, type Resending } from './resending.js';

const throttled: Outcome = { kind: 'service-error', error: 'ThrottlingException', status: 400 };
const success: Outcome = { kind: 'success', output: {} };

function resendingWithPauses(): { readonly resending: Resending; readonly pauses: number[] } {
  const pauses: number[] = [];
  const resending = createResending(async (durationMs) => {
    pauses.push(durationMs);
  });
  return { resending, pauses };
}

/** Each is half to one and a half times the given pause, and no two are the same fraction of it. */
function expectPauses(pauses: readonly number[], expected: readonly number[]): void {
  const shares = pauses.map((pause, index) => pause / (expected[index] ?? NaN));
  expect(shares).toHaveLength(expected.length);
  for (const share of shares) expect(Math.abs(share - 1)).toBeLessThanOrEqual(0.5);
  expect(new Set(shares).size).toBe(shares.length);
}

/** Answers one after another, the last one for ever. */
function answering(...outcomes: readonly Outcome[]): () => Promise<Outcome> {
  let calls = 0;
  return async () => {
    calls += 1;
    return outcomes[Math.min(calls, outcomes.length) - 1] ?? success;
  };
}

test('a throttled call is resent after a pause, and the last answer counts', async () => {
  const { resending, pauses } = resendingWithPauses();
  expect(await resending.send('PutPolicy', answering(throttled, throttled, success))).toEqual(success);
  expectPauses(pauses, [100, 200]);
  expect(resending.count()).toBe(2);
});

test.each([
  ['a success', success],
  ['another error', { kind: 'service-error', error: 'ConcurrentModificationException', status: 400 }],
  ['no answer', { kind: 'timeout', deadlineMs: 1 }],
] as const)('%s is not sent again', async (_what, outcome) => {
  const { resending, pauses } = resendingWithPauses();
  expect(await resending.send('PutPolicy', answering(outcome, success))).toEqual(outcome);
  expect({ pauses, count: resending.count() }).toEqual({ pauses: [], count: 0 });
});

const updating: Outcome = { kind: 'service-error', error: 'ConcurrentModificationException', status: 400 };

test('a write that meets an update is resent for as long as one may take to settle', async () => {
  const pauses: number[] = [];
  const resending = createResending(async (durationMs) => {
    pauses.push(durationMs);
  }, 1_000);
  expect(await resending.send('PutPolicy', answering(updating, updating, success))).toEqual(success);
  expect(await resending.send('DeletePolicy', answering(updating))).toEqual(updating);
  const waitedMs = pauses.slice(2).reduce((sum, pause) => sum + pause, 0);
  expect(Math.round(waitedMs)).toBe(1_000);
  expect(await resending.send('GetPolicy', answering(updating, success))).toEqual(updating);
});

test('a call that is throttled each time stays throttled', async () => {
  const { resending, pauses } = resendingWithPauses();
  expect(await resending.send('PutPolicy', answering(throttled))).toEqual(throttled);
  expectPauses(pauses, [100, 200, 400, 800, 1_600]);
});

test('an operation that is always throttled is soon no longer resent, and others are', async () => {
  const { resending, pauses } = resendingWithPauses();
  for (let call = 0; call < 12; call += 1) await resending.send('PutPolicy', answering(throttled));
  expect(pauses).toHaveLength(50);
  expect(await resending.send('GetPolicy', answering(throttled, success))).toEqual(success);
});
