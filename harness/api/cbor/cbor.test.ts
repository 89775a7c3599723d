// The CBOR library and the bytes written by hand can read each other; limits hold for hostile bytes.

import { decode } from 'cbor2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileItems } from '../../testing/hostile-cbor.js';
import { cborBytes } from './cbor-bytes.js';
import { cborInput, mapTexts, type CborItem } from './cbor-item.js';
import { describeCbor, membersOfCbor, readCbor } from './read-cbor.js';
import { writeCbor } from './write-cbor.js';

const anyText = fc.string({ unit: 'grapheme' });
const texts = fc.dictionary(anyText, anyText, { noNullPrototype: true });

test('the library writes the same bytes as were written by hand', () => {
  fc.assert(
    fc.property(texts, (input) => {
      expect(Buffer.from(writeCbor(input)).equals(cborBytes(cborInput(input)))).toBe(true);
    }),
  );
});

test('each form of an item has the same value', () => {
  const headBytes = fc.constantFrom(undefined, 4 as const, 8 as const);
  const cuts = fc.array(anyText, { maxLength: 4 });
  fc.assert(
    fc.property(cuts, headBytes, fc.boolean(), (parts, width, isIndefinite) => {
      const chunks: CborItem = { chunks: parts.map((text) => ({ text, headBytes: width })) };
      const map: CborItem = isIndefinite
        ? { map: [[{ text: 'a' }, chunks]], indefinite: true }
        : { map: [[{ text: 'a' }, chunks]], headBytes: width };
      expect(membersOfCbor(cborBytes(map))).toEqual({ a: parts.join('') });
    }),
  );
});

// Vectors of RFC 8949, appendix A.
const vectors: readonly (readonly [CborItem, string])[] = [
  [{ integer: 0 }, '00'],
  [{ integer: 24 }, '1818'],
  [{ integer: 1_000_000 }, '1a000f4240'],
  [{ integer: 1_000_000_000_000 }, '1b000000e8d4a51000'],
  [{ integer: -1 }, '20'],
  [{ integer: -1_000 }, '3903e7'],
  [{ float: 0, bits: 16 }, 'f90000'],
  [{ float: 1, bits: 16 }, 'f93c00'],
  [{ float: 100_000, bits: 32 }, 'fa47c35000'],
  [{ float: 1.1, bits: 64 }, 'fb3ff199999999999a'],
  [{ simple: 20 }, 'f4'],
  [{ simple: 22 }, 'f6'],
  [{ simple: 255 }, 'f8ff'],
  [{ tag: 1, item: { integer: 1_363_896_240 } }, 'c11a514b67b0'],
  [{ bytes: '01020304' }, '4401020304'],
  [{ text: 'ü' }, '62c3bc'],
  [{ array: [{ integer: 1 }, { array: [{ integer: 2 }, { integer: 3 }] }] }, '8201820203'],
  [{ array: [], indefinite: true }, '9fff'],
  [{ chunks: [{ text: 'strea' }, { text: 'ming' }] }, '7f657374726561646d696e67ff'],
  [{ map: [[{ text: 'a' }, { integer: 1 }]], indefinite: true }, 'bf616101ff'],
];

test.each(vectors)('%j is %s', (item, hex) => {
  expect(cborBytes(item).toString('hex')).toBe(hex);
  expect(decode(cborBytes(item))).toEqual(decode(Buffer.from(hex, 'hex')));
});

// Of RFC 8949, appendix F, and of section 5: not well-formed, or not valid.
test.each([
  ['the end of the input in a head', '18'],
  ['the end of the input in a text', '6261'],
  ['no break', 'bf616101'],
  ['a break alone', 'ff'],
  ['reserved additional information', '1c'],
  ['a simple value in a longer form', 'f818'],
  ['a chunk of another type', '7f4161ff'],
  ['a chunk of indefinite length', '7f7f6161ffff'],
  ['a name without a value', 'bf6161ff'],
  ['bytes after the item', 'a000'],
  ['a repeated name', 'a2616101616102'],
  ['a text that is not UTF-8', '61ff'],
  ['a character that is split between chunks', '7f61c361a9ff'],
  ['nothing', ''],
])('%s is malformed', (_name, hex) => {
  expect(readCbor(Buffer.from(hex, 'hex')).kind).toBe('malformed');
});

function heldBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test.each(hostileItems)('%s is refused without being built', (_name, item) => {
  const bytes = cborBytes(item);
  const before = heldBytes();
  expect(readCbor(bytes).kind).toBe('malformed');
  expect(describeCbor(bytes)).toMatch(/^h'/);
  // Neither a declared length nor the depth is made into memory.
  expect(heldBytes() - before).toBeLessThan(100_000_000);
});

test('no bytes make reading throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(['value', 'malformed']).toContain(readCbor(bytes).kind);
      expect(typeof describeCbor(bytes)).toBe('string');
    }),
    { numRuns: 2_000 },
  );
});

test('the members of a map are those with a text as name', () => {
  const bytes = cborBytes({
    map: [
      [{ text: 'ResourceArn' }, { text: 'arn' }],
      [{ integer: 1 }, { text: 'other' }],
      [{ bytes: '61' }, { simple: 22 }],
    ],
  });
  expect(membersOfCbor(bytes)).toEqual({ ResourceArn: 'arn' });
  expect(membersOfCbor(cborBytes({ array: [] }))).toBeUndefined();
});

test('every text in an item is changed', () => {
  const item: CborItem = {
    sequence: [
      { map: [[{ text: 'a' }, { chunks: [{ text: 'a' }] }]] },
      { tag: 24, item: { array: [{ text: 'a' }] } },
      { item: { text: 'a' }, withoutLast: 1 },
    ],
  };
  const changed = JSON.stringify(mapTexts(item, (text) => text.toUpperCase()));
  expect(changed).not.toContain('"a"');
  expect(changed.match(/"A"/g)).toHaveLength(4);
});
