// When a target that stops answering counts as away, and when as dead.

import { expect, test } from 'vitest';
import type { Operation } from '../../../api/operation.js';
import { success, type Outcome } from '../../../api/outcome.js';
import { get, put, remove } from '../../../testing/sends.js';
import { createSilenceWatch } from './silence-watch.js';

const reset: Outcome = { kind: 'transport-error', reason: 'reset' };
const timeout: Outcome = { kind: 'timeout', deadlineMs: 1_000 };

/** How many calls are made, one operation after another, before the target counts as dead; at most 200. */
async function callsUntilDeath(
  operations: readonly Operation[],
  outcomeOf: (operation: Operation, calls: number) => Outcome,
): Promise<{ readonly calls: number; readonly death: string | undefined }> {
  const watch = createSilenceWatch();
  let calls = 0;
  while (watch.death() === undefined && calls < 200) {
    const operation = operations[calls % operations.length] ?? get;
    calls += 1;
    const outcome = outcomeOf(operation, calls);
    await watch.watched(async () => outcome)(operation, { deadlineMs: 1_000 });
  }
  return { calls, death: watch.death() };
}

test('a target is dead after twenty calls in a row, however each of them ends', async () => {
  expect(await callsUntilDeath([get], (_, calls) => (calls % 2 === 0 ? reset : timeout))).toEqual({
    calls: 20,
    death: '20 calls of GetPolicy in a row were not answered: reset',
  });
});

test('it is dead as soon if two operations are, whatever else is answered', async () => {
  const found = await callsUntilDeath([put, get, remove], ({ kind }) => (kind === 'PutPolicy' ? success() : timeout));
  expect(found).toEqual({
    calls: 30,
    death: '20 calls of GetPolicy and DeletePolicy in a row were not answered: nothing within 1000 ms',
  });
});

test('it is not dead if it answers each operation now and then', async () => {
  const found = await callsUntilDeath([put, get, remove], (_, calls) => (calls % 5 === 0 ? success() : reset));
  expect(found).toEqual({ calls: 200, death: undefined });
});

test('silence under overlap is not counted, but an answer is', async () => {
  const watch = createSilenceWatch();
  const options = { deadlineMs: 1_000 };
  for (let call = 0; call < 20; call += 1) await watch.watchedForAnswers(async () => reset)(get, options);
  expect([watch.isAway(), watch.death()]).toEqual([false, undefined]);
  for (let call = 0; call < 5; call += 1) await watch.watched(async () => reset)(get, options);
  expect(watch.isAway()).toBe(true);
  await watch.watchedForAnswers(async () => success())(get, options);
  expect(watch.isAway()).toBe(false);
});
