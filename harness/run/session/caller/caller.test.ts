// The parts of a caller together: what each kind of call keeps to.

import { success } from '../../../api/outcome.js';
import { expect, test, vi } from 'vitest';
import type { Target } from '../../../api/target.js';
import { countingSend, get, remove } from '../../../testing/sends.js';
import { createCaller } from './caller.js';
import type { Send } from './send.js';

const clock = { nowMs: () => Date.now(), pause: async () => {} };

function targetOf(call: Send): Target {
  return { name: 'fake', region: 'us-east-1', offers: [], inProcess: true, call, dispose: async () => {} };
}

test('a call that is throttled is sent again, each time as a call of its own, and counted', async () => {
  const throttled = { kind: 'service-error', error: 'ThrottlingException', status: 400 } as const;
  let calls = 0;
  const target = targetOf(async () => {
    calls += 1;
    return calls % 2 === 1 ? throttled : success();
  });
  const caller = createCaller(target, { deadlineMs: 1_000 }, clock);
  const outcomes = [await caller.call(get), await caller.callToItsEnd(get), await caller.callAnyway(get)];
  expect(outcomes.map(({ kind }) => kind)).toEqual(['success', 'success', 'success']);
  expect([caller.callCount(), caller.throttledCount()]).toEqual([6, 3]);
});

test('a budget is kept to the call, also if calls overlap, but not by those who clean up', async () => {
  const { send, counts } = countingSend();
  const caller = createCaller(targetOf(send), { deadlineMs: 1_000, maxCalls: 7 }, clock);
  expect(caller.isSpent()).toBe(false);
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => caller.call(get)));
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(7);
  expect(results.at(-1)).toMatchObject({ reason: { name: 'InconclusiveRun', budgetIsSpent: true } });
  expect(caller.isSpent()).toBe(true);
  await caller.callAnyway(remove);
  expect([...counts]).toEqual([
    ['GetPolicy', 7],
    ['DeletePolicy', 1],
  ]);
});

test('twenty calls in a row without an answer end the run', async () => {
  const target = targetOf(async () => ({ kind: 'transport-error', reason: 'ECONNREFUSED' }));
  const caller = createCaller(target, { deadlineMs: 1_000 }, clock);
  for (let call = 0; call < 20; call += 1) await caller.call(get);
  await expect(caller.call(get)).rejects.toThrow('20 calls of GetPolicy in a row were not answered: ECONNREFUSED');
  expect(caller.losses()).toEqual({ calls: 20, overlapping: 0 });
});

test('only so many calls are in progress at a time, apart from those that are to overlap', async () => {
  let inProgress = 0;
  let most = 0;
  const target = targetOf(async () => {
    inProgress += 1;
    most = Math.max(most, inProgress);
    await new Promise((resolve) => setImmediate(resolve));
    inProgress -= 1;
    return success();
  });
  const caller = createCaller(target, { deadlineMs: 1_000, concurrency: 3 }, clock);
  await Promise.all(Array.from({ length: 20 }, () => caller.call(get)));
  expect(most).toBe(3);
  await Promise.all(Array.from({ length: 20 }, () => caller.callOverlapping(get)));
  expect(most).toBe(20);
});

test('a call in line is not sent any more once the run is interrupted', async () => {
  const { send, counts } = countingSend();
  const controller = new AbortController();
  const caller = createCaller(targetOf(send), { deadlineMs: 1_000, concurrency: 1 }, clock, controller.signal);
  const calls = [caller.call(get), caller.call(get), caller.call(get)].map((call) => call.catch(() => 'interrupted'));
  // All three have been counted, and one is in progress.
  await Promise.resolve();
  controller.abort();
  expect(await Promise.all(calls)).toEqual(['interrupted', 'interrupted', 'interrupted']);
  expect(counts.get('GetPolicy') ?? 0).toBeLessThanOrEqual(1);
});

test('a call that waits for its turn is not sent any more once the run is interrupted', async () => {
  vi.useFakeTimers();
  const { send, counts } = countingSend();
  const controller = new AbortController();
  const caller = createCaller(targetOf(send), { deadlineMs: 1_000, rate: 0.01 }, clock, controller.signal);
  const calls = [caller.call(get), caller.call(get)].map((call) => call.catch((error: unknown) => error));
  await vi.advanceTimersByTimeAsync(10);
  controller.abort();
  await vi.advanceTimersByTimeAsync(10);
  vi.useRealTimers();
  expect(await calls[1]).toMatchObject({ name: 'InterruptedRun' });
  expect(counts.get('GetPolicy')).toBe(1);
});
