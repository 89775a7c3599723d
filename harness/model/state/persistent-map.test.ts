// The persistent map behaves like a map, and a change does not affect the original.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PersistentMap } from './persistent-map.js';

const key = fc.string({ maxLength: 3 });
const change = fc.oneof(
  fc.record({ kind: fc.constant('with' as const), key, value: fc.integer() }),
  fc.record({ kind: fc.constant('without' as const), key }),
);

test('has the entries of a map after the same changes', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const plain = new Map<string, number>();
      let map = PersistentMap.of<number>();
      for (const each of changes) {
        const before = [...map];
        const changed = each.kind === 'with' ? map.with(each.key, each.value) : map.without(each.key);
        expect([...map]).toEqual(before);
        if (each.kind === 'with') plain.set(each.key, each.value);
        else plain.delete(each.key);
        map = changed;
        expect(map.get(each.key)).toBe(plain.get(each.key));
        expect(map.has(each.key)).toBe(plain.has(each.key));
        expect(map.size).toBe(plain.size);
      }
      expect(new Map(map)).toEqual(plain);
      expect([...map.keys()]).toEqual([...map.entries()].map(([name]) => name));
      expect([...map.values()]).toEqual([...map.entries()].map(([, value]) => value));
    }),
  );
});

test('distinguishes thousands of entries', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `name-${index}`);
  const map = PersistentMap.of(names.map((name, index) => [name, index] as const));
  expect(map.size).toBe(10_000);
  expect(names.every((name, index) => map.get(name) === index)).toBe(true);
});
