// The limits that calls are made within.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../api/operation.js';
import type { Target } from '../../api/target.js';
import { createCaller } from './caller.js';
import { InconclusiveRun } from './interruption.js';

const get: Operation = { kind: 'GetPolicy', input: { ResourceArn: 'arn' } };
const put: Operation = { kind: 'PutPolicy', input: { ResourceArn: 'arn', Policy: '{}' } };
const remove: Operation = { kind: 'DeletePolicy', input: { ResourceArn: 'arn' } };
const clock = { nowMs: () => Date.now(), pause: async () => {} };

function countingTarget(): { readonly target: Target; readonly counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const target: Target = {
    name: 'counting',
    region: 'us-east-1',
    offers: [],
    inProcess: true,
    async call({ kind }) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return { kind: 'success', output: {} };
    },
    dispose: async () => {},
  };
  return { target, counts };
}

describe('a rate', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('holds for each operation by itself, and is used to the full', async () => {
    const { target, counts } = countingTarget();
    const caller = createCaller(target, { deadlineMs: 1_000, rate: 4 }, clock);
    const calls = [get, remove].flatMap((operation) => Array.from({ length: 40 }, () => caller.call(operation)));
    // One at once, then one every quarter of a second.
    await vi.advanceTimersByTimeAsync(5_000);
    expect([...counts]).toEqual([
      ['GetPolicy', 21],
      ['DeletePolicy', 21],
    ]);
    await vi.advanceTimersByTimeAsync(5_000);
    await Promise.all(calls);
  });

  test('may be less than one a second', async () => {
    const { target, counts } = countingTarget();
    const caller = createCaller(target, { deadlineMs: 1_000, rate: 0.5 }, clock);
    const calls = [caller.call(get), caller.call(get), caller.call(get)];
    await vi.advanceTimersByTimeAsync(2_500);
    expect(counts.get('GetPolicy')).toBe(2);
    await vi.advanceTimersByTimeAsync(2_000);
    await Promise.all(calls);
  });

  test('holds nobody up who is interrupted', async () => {
    const { target, counts } = countingTarget();
    const controller = new AbortController();
    const caller = createCaller(target, { deadlineMs: 1_000, rate: 0.01 }, clock, controller.signal);
    const calls = [caller.call(get), caller.call(get)].map((call) => call.catch((error: unknown) => error));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await vi.advanceTimersByTimeAsync(10);
    expect(await calls[1]).toMatchObject({ name: 'InterruptedRun' });
    expect(counts.get('GetPolicy')).toBe(1);
  });
});

test('a call that is throttled is sent again, each time as a call of its own, and counted', async () => {
  const { target } = countingTarget();
  const throttled = { kind: 'service-error', error: 'ThrottlingException', status: 400 } as const;
  let calls = 0;
  const oneInTwo: Target = {
    ...target,
    call: async (...asked) => {
      calls += 1;
      return calls % 2 === 1 ? throttled : target.call(...asked);
    },
  };
  const caller = createCaller(oneInTwo, { deadlineMs: 1_000 }, clock);
  const outcomes = [await caller.call(get), await caller.callToItsEnd(get), await caller.callAnyway(get)];
  expect(outcomes.map(({ kind }) => kind)).toEqual(['success', 'success', 'success']);
  expect([caller.callCount(), caller.throttledCount()]).toEqual([6, 3]);
});

describe('a budget of calls', () => {
  test('is kept to the call, also where calls overlap', async () => {
    const { target, counts } = countingTarget();
    const caller = createCaller(target, { deadlineMs: 1_000, maxCalls: 7 }, clock);
    expect(caller.isSpent()).toBe(false);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => caller.call(get)));
    expect(counts.get('GetPolicy')).toBe(7);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(7);
    expect(results.at(-1)).toMatchObject({ reason: { name: 'InconclusiveRun', budgetIsSpent: true } });
    expect(caller.isSpent()).toBe(true);
  });

  test('does not keep anybody from cleaning up', async () => {
    const { target, counts } = countingTarget();
    const caller = createCaller(target, { deadlineMs: 1_000, maxCalls: 1 }, clock);
    await caller.call(get);
    await caller.callAnyway(remove);
    expect(counts.get('DeletePolicy')).toBe(1);
  });
});

describe('a target that stops answering', () => {
  /** Answers only the operations named; the others end in one of two ways, in turn. */
  function deafTarget(...answered: readonly string[]): Target {
    const { target } = countingTarget();
    let calls = 0;
    return {
      ...target,
      async call(operation, options) {
        calls += 1;
        if (answered.includes(operation.kind)) return target.call(operation, options);
        const isReset = calls % 2 === 0;
        return isReset ? { kind: 'transport-error', reason: 'reset' } : { kind: 'timeout', deadlineMs: 1_000 };
      },
    };
  }

  /** How many of these calls are made before the run is found inconclusive. */
  async function callsUntilEnd(target: Target, operations: readonly Operation[]): Promise<number> {
    const caller = createCaller(target, { deadlineMs: 1_000 }, clock);
    for (let made = 0; made < 200; made += 1) {
      try {
        await caller.call(operations[made % operations.length] ?? get);
      } catch (error) {
        if (error instanceof InconclusiveRun && !error.budgetIsSpent) return made;
        throw error;
      }
    }
    return Infinity;
  }

  test('ends the run after twenty calls in a row, however each of them ends', async () => {
    expect(await callsUntilEnd(deafTarget(), [get])).toBe(20);
  });

  test('ends it as soon where two operations are dead, whatever else is answered', async () => {
    expect(await callsUntilEnd(deafTarget('PutPolicy'), [put, get, remove])).toBe(30);
  });

  test('is not one that answers each operation now and then', async () => {
    const { target } = countingTarget();
    let calls = 0;
    const flaky: Target = {
      ...target,
      async call(operation, options) {
        calls += 1;
        return calls % 5 === 0 ? target.call(operation, options) : { kind: 'transport-error', reason: 'reset' };
      },
    };
    expect(await callsUntilEnd(flaky, [put, get, remove])).toBe(Infinity);
  });
});

test('only so many calls are under way at a time, those that are to overlap aside', async () => {
  let underWay = 0;
  let most = 0;
  const target: Target = {
    ...countingTarget().target,
    async call() {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return { kind: 'success', output: {} };
    },
  };
  const caller = createCaller(target, { deadlineMs: 1_000, concurrency: 3 }, clock);
  await Promise.all(Array.from({ length: 20 }, () => caller.call(get)));
  expect(most).toBe(3);
  await Promise.all(Array.from({ length: 20 }, () => caller.callOverlapping(get)));
  expect(most).toBe(20);
});

test('a call in line is not sent any more once the run is interrupted', async () => {
  const { target, counts } = countingTarget();
  const controller = new AbortController();
  const caller = createCaller(target, { deadlineMs: 1_000, concurrency: 1 }, clock, controller.signal);
  const calls = [caller.call(get), caller.call(get), caller.call(get)].map((call) => call.catch(() => 'interrupted'));
  // All three have been counted, and one is under way.
  await Promise.resolve();
  controller.abort();
  expect(await Promise.all(calls)).toEqual(['interrupted', 'interrupted', 'interrupted']);
  expect(counts.get('GetPolicy') ?? 0).toBeLessThanOrEqual(1);
});

describe('a target that is started anew', () => {
  /** Refuses so many calls, then answers. */
  function awayFor(refusals: number): { readonly target: Target; readonly calls: () => number } {
    let calls = 0;
    const target: Target = {
      ...countingTarget().target,
      async call() {
        calls += 1;
        return calls <= refusals
          ? { kind: 'transport-error', reason: 'ECONNREFUSED' }
          : { kind: 'success', output: {} };
      },
    };
    return { target, calls: () => calls };
  }

  /** Counts the pauses instead of waiting. */
  function patientCaller(target: Target, pauses: number[]): ReturnType<typeof createCaller> {
    const pause = async (durationMs: number): Promise<void> => {
      pauses.push(durationMs);
    };
    return createCaller(target, { deadlineMs: 1_000, concurrency: 4, patienceMs: 60_000 }, { ...clock, pause });
  }

  const settle = (caller: ReturnType<typeof createCaller>, count: number): Promise<PromiseSettledResult<unknown>[]> =>
    Promise.allSettled(Array.from({ length: count }, () => caller.call(get)));

  test('is waited for by one call after another, and goes on when it is back', async () => {
    const { target, calls } = awayFor(12);
    const pauses: number[] = [];
    const caller = patientCaller(target, pauses);
    for (let round = 0; round < 5; round += 1) await settle(caller, 4);
    expect(await caller.call(get)).toEqual({ kind: 'success', output: {} });
    expect(calls()).toBe(21);
    // Four calls a round; the second round began before the fifth was lost, and the thirteenth was answered.
    expect(pauses).toEqual([4_000, 4_000, 4_000, 4_000, 4_000]);
    expect(caller.losses()).toEqual({ calls: 12, overlapping: 0 });
  });

  test('has at most the whole patience to come back', async () => {
    const { target, calls } = awayFor(Infinity);
    const pauses: number[] = [];
    const caller = patientCaller(target, pauses);
    for (let round = 0; round < 40; round += 1) await settle(caller, 1);
    expect(calls()).toBe(20);
    expect(pauses.reduce((sum, pauseMs) => sum + pauseMs, 0)).toBe(60_000);
    await expect(caller.call(get)).rejects.toThrow(InconclusiveRun);
  });

  test('is not waited for where nobody is patient', async () => {
    const { target } = awayFor(Infinity);
    const pause = async (): Promise<void> => {
      throw new Error('Nobody is to wait.');
    };
    const caller = createCaller(target, { deadlineMs: 1_000 }, { ...clock, pause });
    for (let round = 0; round < 20; round += 1) await caller.call(get);
    await expect(caller.call(get)).rejects.toThrow('20 calls of GetPolicy in a row were not answered');
  });
});
