import { expect, test } from 'vitest';
import { createSlots } from './authority-slots.js';

const limits = new Map([
  ['ACTIVE', 2],
  ['provided', 1],
]);
const tooMany = new Error('too many');
const createTwo = () => createSlots(limits, () => tooMany);

test('the preferred kind is taken first', async () => {
  const slots = createTwo();
  expect(
    await slots.take([
      ['provided', 'ACTIVE'],
      ['provided', 'ACTIVE'],
    ]),
  ).toEqual(['provided', 'ACTIVE']);
});

test('a case that needs several waits until all are free, and is not overtaken', async () => {
  const slots = createTwo();
  const order: string[] = [];
  await slots.take([['ACTIVE']]);
  const both = slots.take([['ACTIVE'], ['ACTIVE']]).then(() => order.push('both'));
  const one = slots.take([['ACTIVE']]).then(() => order.push('one'));
  await new Promise(setImmediate);
  expect(order).toEqual([]);
  slots.release('ACTIVE');
  await both;
  slots.release('ACTIVE');
  await one;
  expect(order).toEqual(['both', 'one']);
});

test('a case that needs more than there can be is rejected, also while waiting', async () => {
  const slots = createTwo();
  await expect(slots.take([['ACTIVE'], ['ACTIVE'], ['ACTIVE']])).rejects.toBe(tooMany);
  await slots.take([['ACTIVE']]);
  const waiting = slots.take([['ACTIVE'], ['ACTIVE']]);
  slots.limit('ACTIVE', 1);
  await expect(waiting).rejects.toBe(tooMany);
});
