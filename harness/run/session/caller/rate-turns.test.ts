// The rate at which calls are sent.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countingSend, get, remove } from '../../../testing/sends.js';
import { createTurns } from './rate-turns.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const options = { deadlineMs: 1_000 };

test('holds for each operation separately, and is used to the full', async () => {
  const { send, counts } = countingSend();
  const inTurn = createTurns(4)(send);
  const calls = [get, remove].flatMap((operation) => Array.from({ length: 40 }, () => inTurn(operation, options)));
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
  const { send, counts } = countingSend();
  const inTurn = createTurns(() => 0.5)(send);
  const calls = [inTurn(get, options), inTurn(get, options), inTurn(get, options)];
  await vi.advanceTimersByTimeAsync(2_500);
  expect(counts.get('GetPolicy')).toBe(2);
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all(calls);
});

test('delays nobody after an interruption', async () => {
  const { send, counts } = countingSend();
  const controller = new AbortController();
  const inTurn = createTurns(0.01, controller.signal)(send);
  const calls = [inTurn(get, options), inTurn(get, options)];
  await vi.advanceTimersByTimeAsync(10);
  expect(counts.get('GetPolicy')).toBe(1);
  controller.abort();
  await Promise.all(calls);
});
