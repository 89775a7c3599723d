// The order in which calls in process proceed: chosen by a seed, or all orders.

import { describe, expect, test } from 'vitest';
import { everyInterleaving, seededInterleaving, type Interleaving } from './interleaving.js';

/** Two points each, like a call; the events, in order. */
async function run(interleaving: Interleaving, calls: number, points = 2): Promise<string> {
  const events: string[] = [];
  const call = async (name: number): Promise<void> => {
    for (let point = 0; point < points; point += 1) {
      await interleaving.gate();
      events.push(`${name}${'eaxyz'[point] ?? ''}`);
    }
  };
  const done = Promise.all(Array.from({ length: calls }, (_, index) => call(index)));
  expect(await interleaving.run(done)).toBe(true);
  return events.join(' ');
}

async function ordersOf(calls: number, limit = 10_000): Promise<readonly string[]> {
  const orders: string[] = [];
  for (const interleaving of everyInterleaving(limit)) orders.push(await run(interleaving, calls));
  return orders;
}

describe('every order of effect and answer', () => {
  // (2n)! / 2^n
  test.each([
    [1, 1],
    [2, 6],
    [3, 90],
    [4, 2_520],
  ])('of %i calls is run once: %i', async (calls, count) => {
    const orders = await ordersOf(calls);
    expect(orders).toHaveLength(count);
    expect(new Set(orders).size).toBe(count);
  });

  test('ends at the limit', async () => {
    expect(await ordersOf(4, 7)).toHaveLength(7);
  });
});

describe('a seed', () => {
  test('decides the order', async () => {
    const orders = await Promise.all([1, 1, 2, 3, 4].map((seed) => run(seededInterleaving(seed), 6)));
    expect(orders[0]).toBe(orders[1]);
    expect(new Set(orders).size).toBe(4);
  });

  test('reaches every order of two calls', async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 100; seed += 1) orders.add(await run(seededInterleaving(seed), 2));
    expect(orders.size).toBe(6);
  });
});

test.each([
  ['a seed', () => seededInterleaving(1)],
  ['one of every order', () => [...everyInterleaving(1)][0]],
])('by %s, ends where nobody goes on any more', async (_name, make) => {
  const interleaving = make();
  if (interleaving === undefined) throw new Error('There is no order.');
  const never = interleaving.gate().then(() => new Promise(() => {}));
  expect(await interleaving.run(never)).toBe(false);
});
