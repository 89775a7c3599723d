// What counts towards the budget of a run, and when it is spent.

import { expect, test } from 'vitest';
import { countingSend, get } from '../../../testing/sends.js';
import { createCallBudget } from './call-budget.js';

const nowMs = (): number => 0;

test('a call counts before it is answered, after those of an earlier part of the run', () => {
  const budget = createCallBudget({ maxCalls: 7, before: { calls: 5, elapsedMs: 0 } }, { nowMs });
  const send = budget.counted(countingSend().send);
  void send(get, { deadlineMs: 1_000 });
  expect(budget.spent()).toBeUndefined();
  void send(get, { deadlineMs: 1_000 });
  expect([budget.callCount(), budget.spent()]).toEqual([7, 'the budget of 7 calls is spent']);
});

test('the time of an earlier part of the run counts too', () => {
  let now = 50_000;
  const clock = { nowMs: () => now };
  const budget = createCallBudget({ maxTimeMs: 3_000, before: { calls: 0, elapsedMs: 2_000 } }, clock);
  now += 999;
  expect(budget.spent()).toBeUndefined();
  now += 1;
  expect([budget.elapsedMs(), budget.spent()]).toEqual([3_000, 'the time of 3 s is spent']);
});

test('another reason ends the run as well', () => {
  const budget = createCallBudget({ maxCalls: 7, spent: () => 'the budget of 2 USD is spent' }, { nowMs });
  expect(budget.spent()).toBe('the budget of 2 USD is spent');
});
