// CBOR that is made to fill or crash its reader: every one is beyond a limit or not well-formed.

import type { CborItem } from '../api/cbor/cbor-item.js';

const nothing: CborItem = { integer: 0 };

/** Each with its name. */
export const hostileItems: readonly (readonly [title: string, item: CborItem])[] = [
  ['arrays nested 100,000 deep', { repeated: '81', times: 100_000, item: nothing }],
  ['arrays of indefinite length nested 100,000 deep', { repeated: '9f', times: 100_000, item: nothing }],
  ['maps nested 100,000 deep', { repeated: 'a16161', times: 100_000, item: nothing }],
  ['maps as names of maps, 100,000 deep', { repeated: 'a1', times: 100_000, item: nothing }],
  ['tags within tags', { repeated: 'c1', times: 100_000, item: nothing }],
  ['tags of encoded CBOR within each other', { repeated: 'd81841', times: 100_000, item: nothing }],
  ['chunks within chunks', { repeated: '7f', times: 100_000, item: nothing }],
  ['a text of 2^32 - 1 bytes', { raw: '7affffffff61' }],
  ['a text of 2^63 - 1 bytes', { raw: '7b7fffffffffffffff61' }],
  ['a byte string of 2^64 - 1 bytes', { raw: '5bffffffffffffffff61' }],
  ['an array of 2^63 - 1 items', { raw: '9b7fffffffffffffff00' }],
  ['a map of 2^64 - 1 members', { raw: 'bbffffffffffffffff00' }],
  ['a chunk of 2^63 - 1 bytes', { raw: '7f7b7fffffffffffffff61' }],
  ['a text that does not end', { sequence: [{ raw: '7f' }, { repeated: '6161', times: 1_000_000, item: nothing }] }],
  ['an array that does not end', { sequence: [{ raw: '9f' }, { repeated: '80', times: 5_000_000, item: nothing }] }],
  ['a map that does not end', { sequence: [{ raw: 'bf' }, { repeated: '616100', times: 1_000_000, item: nothing }] }],
];
