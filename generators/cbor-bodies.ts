// What the bodies of requests in RPC v2 CBOR may and may not be: forms that mean the same, malformed bodies, other types, and
// repeated members.
// Sources: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html, RFC 8949

import type { CborItem, HeadBytes } from '../harness/api/cbor/cbor-item.js';
import { arnToken } from './calls.js';
import {
  allOperations,
  inChunks,
  table,
  withBody,
  withMap,
  withMembers,
  withName,
  withOneMore,
  without,
  withValue,
  writing,
  type CborVariation,
  type Row,
} from './cbor-edits.js';
import { drawn } from './drawn.js';

/** Forms of the map that mean the same (WIRE-16). */
export const mapForms: readonly CborVariation[] = table(
  'WIRE-16',
  'served-in-cbor',
  [
    ['map-indefinite', 'the map has an indefinite length', withMap((members) => ({ map: members, indefinite: true }))],
    [
      'map-reversed',
      'the members are in the opposite order',
      withMap((members) => ({ map: members.toReversed() })),
      writing,
    ],
  ],
  allOperations,
);

/** Texts in chunks (WIRE-17). */
export const chunkedTexts: readonly CborVariation[] = table(
  'WIRE-17',
  'served-in-cbor',
  [
    ['value-in-chunks', 'ResourceArn is in two chunks', withValue('ResourceArn', (text) => inChunks(text))],
    ['name-in-chunks', 'the name ResourceArn is in two chunks', withName('ResourceArn', (text) => inChunks(text))],
    [
      'value-in-no-chunk-more',
      'ResourceArn is in one chunk',
      withValue('ResourceArn', (text) => ({ chunks: [{ text }] })),
    ],
    ['policy-in-chunks', 'Policy is in two chunks', withValue('Policy', (text) => inChunks(text)), writing],
  ],
  allOperations,
);

/** Members that the operation does not know (WIRE-18). */
export const unknownCborMembers: readonly CborVariation[] = table('WIRE-18', 'served-in-cbor', [
  unknown('text', { text: 'x' }),
  unknown('map', { map: [[{ text: 'a' }, { array: [{ integer: 1 }, { simple: 21 }] }]] }),
  unknown('indefinite', { map: [[{ text: 'a' }, { array: [], indefinite: true }]], indefinite: true }),
  unknown('half', { float: 1, bits: 16 }),
  unknown('single', { float: 1.5, bits: 32 }),
  unknown('double', { float: 1.1, bits: 64 }),
  unknown('bytes', { bytes: '00ff' }),
  unknown('time', { tag: 1, item: { integer: 1_700_000_000 } }),
  unknown('negative', { integer: -1_000 }),
]);

/** A required member that is null or undefined is missing (WIRE-19). */
export const nullMembers: readonly CborVariation[] = [
  ...table(
    'WIRE-19',
    'refused-by-client-error',
    [
      ['arn-null', 'ResourceArn is null', withValue('ResourceArn', () => ({ simple: 22 }))],
      ['arn-undefined', 'ResourceArn is undefined', withValue('ResourceArn', () => ({ simple: 23 }))],
      ['policy-null', 'Policy is null', withValue('Policy', () => ({ simple: 22 })), writing],
      ['policy-undefined', 'Policy is undefined', withValue('Policy', () => ({ simple: 23 })), writing],
      ['arn-missing', 'ResourceArn is left out', without('ResourceArn')],
      ['policy-missing', 'Policy is left out', without('Policy'), writing],
    ],
    allOperations,
  ),
  ...table('WIRE-19', 'served-in-cbor', [
    ['other-null', 'there is one more member, which is null', withOneMore({ text: 'Policy' }, { simple: 22 })],
  ]),
];

const noText: CborItem = { text: 'X' };

/** Bodies that are not well-formed or not valid CBOR, or not a map (WIRE-32). Sources: RFC 8949, appendix F and section 5.3.1. */
const unreadable: readonly Row[] = [
  ['empty', 'the body is empty', withBody(() => ({ raw: '' }))],
  ['cut-in-text', 'the last byte is cut off', withBody((good) => ({ item: good, withoutLast: 1 }))],
  [
    'cut-in-head',
    'the body ends in the length of a text',
    withBody(() => ({ sequence: [{ raw: 'a1' }, { text: 'ResourceArn' }, { raw: '7900' }] })),
  ],
  [
    'cut-before-break',
    'the break of the map is cut off',
    withMap((members) => ({ item: { map: members, indefinite: true }, withoutLast: 1 })),
  ],
  ['break-alone', 'the body is a break', withBody(() => ({ raw: 'ff' }))],
  [
    'reserved',
    'the body begins with a reserved byte',
    withBody((good, pick) => ({
      sequence: [{ raw: drawn('1c', ['1d', '1e', '3c', '5d', '7e', '9c', 'bd'])(pick) }, good],
    })),
  ],
  [
    'simple-long',
    'a simple value has a longer form than it may',
    withOneMore(noText, (pick) => ({ raw: drawn('f818', ['f800', 'f814', 'f816', 'f81f'])(pick) })),
  ],
  [
    'chunk-of-bytes',
    'a chunk of the text is bytes',
    withValue('ResourceArn', (text) => ({ chunks: [{ text }, { bytes: '61' }] })),
  ],
  [
    'chunk-in-chunk',
    'a chunk of the text has chunks',
    withValue('ResourceArn', (text) => ({ chunks: [{ chunks: [{ text }] }] })),
  ],
  [
    'odd-map',
    'a map of indefinite length has a name without a value',
    withMap((members) => ({ sequence: [{ raw: 'bf' }, ...members.flat(), noText, { raw: 'ff' }] })),
  ],
  ['top-array', 'the body is an array that holds the map', withBody((good) => ({ array: [good] }))],
  ['top-text', 'the body is a text', withBody(() => ({ text: arnToken() }))],
  [
    'top-integer',
    'the body is a number',
    withBody((_good, pick) => ({ integer: drawn(1, [0, 24, 256, 65_536, 4_294_967_296, -1])(pick) })),
  ],
  ['top-false', 'the body is false', withBody(() => ({ simple: 20 }))],
  ['top-null', 'the body is null', withBody(() => ({ simple: 22 }))],
  ['top-undefined', 'the body is undefined', withBody(() => ({ simple: 23 }))],
  ['json', 'the body is JSON', withBody(() => ({ raw: Buffer.from('{"ResourceArn":"arn"}').toString('hex') }))],
  ['not-utf-8', 'ResourceArn is not UTF-8', withValue('ResourceArn', () => ({ raw: '63617280' }))],
  ['character-split', 'a chunk ends within a character', withValue('ResourceArn', () => ({ raw: '7f61c361a9ff' }))],
  [
    'policy-not-utf-8',
    'a Sid in Policy is not UTF-8',
    withValue('Policy', (text, pick) => withInSid(text, notUtf8(pick))),
    writing,
  ],
  ['length-beyond', 'a text is longer than the body', withOneMore(noText, (pick) => ({ raw: beyond(pick) }))],
  [
    'arn-length-beyond',
    'ResourceArn is longer than the body',
    withValue('ResourceArn', () => ({ raw: '7affffffff617276' })),
  ],
];

/** Heads of texts, bytes, arrays and maps that are longer than any body. */
const beyond = drawn('7affffffff61', [
  '7b7fffffffffffffff61',
  '5b7fffffffffffffff61',
  '9b7fffffffffffffff00',
  'bb7fffffffffffffff00',
]);

/** Bodies that may be read or refused: RFC 8949 leaves it to the decoder, or the protocol is silent. */
const readableOrNot: readonly Row[] = [
  ['rest-byte', 'a byte follows the map', withBody((good) => ({ sequence: [good, { raw: '00' }] }))],
  ['rest-map', 'a second map follows the map', withBody((good) => ({ sequence: [good, { map: [] }] }))],
  ['name-bytes', 'there is one more member, whose name is bytes', withOneMore({ bytes: '58' }, { integer: 1 })],
  ['name-integer', 'there is one more member, whose name is a number', withOneMore({ integer: 1 }, { integer: 1 })],
  [
    'map-longer-head',
    'the length of the map takes more bytes than it needs',
    withMap((members, pick) => ({ map: members, headBytes: drawn<HeadBytes>(4, [1, 2, 8])(pick) })),
  ],
  [
    'text-longer-head',
    'the length of ResourceArn takes more bytes than it needs',
    withValue('ResourceArn', (text, pick) => ({ text, headBytes: drawn<HeadBytes>(8, [2, 4])(pick) })),
  ],
  [
    'name-longer-head',
    'the length of the name ResourceArn takes more bytes than it needs',
    withName('ResourceArn', (text, pick) => ({ text, headBytes: drawn<HeadBytes>(1, [2, 4, 8])(pick) })),
  ],
  nested('arrays', '81'),
  nested('maps', 'a16161'),
  nested('tags', 'c1'),
];

/** Bodies that are not CBOR or not a map, and those of which the decoder decides (WIRE-32). */
export const malformedBodies: readonly CborVariation[] = [
  ...table('WIRE-32', 'refused-by-client-error', unreadable),
  ...table('WIRE-32', 'served-or-refused', readableOrNot),
];

/** A required member of another type than text (WIRE-33). */
export const cborTypes: readonly CborVariation[] = table(
  'WIRE-33',
  'refused-by-client-error',
  (['ResourceArn', 'Policy'] as const).flatMap((name) => {
    const operations = name === 'Policy' ? writing : allOperations;
    const isOther = (id: string, what: string, value: (text: string, pick: number) => CborItem): Row => [
      `${name === 'Policy' ? 'policy' : 'arn'}-${id}`,
      `${name} is ${what}`,
      withValue(name, value),
      operations,
    ];
    return [
      isOther('integer', 'a number', (_text, pick) => ({
        integer: drawn(1, [0, 24, 65_536, 4_294_967_296, -1])(pick),
      })),
      isOther('float', 'a floating-point number', (_text, pick) =>
        drawn(float(1.5, 64), [float(1, 16), float(1.5, 32)])(pick),
      ),
      isOther('true', 'true', () => ({ simple: 21 })),
      isOther('array', 'an array that holds the text', (text) => ({ array: [{ text }] })),
      isOther('map', 'a map', (text) => ({ map: [[{ text: 'Arn' }, { text }]] })),
    ];
  }),
);

/** Bytes and tagged texts instead of a text; the specification does not mention them (WIRE-33). */
export const nearlyTexts: readonly CborVariation[] = table('WIRE-33', 'served-or-refused', [
  [
    'arn-bytes',
    'ResourceArn is a byte string of the same characters',
    withValue('ResourceArn', (text) => ({ bytesOf: text })),
  ],
  ['arn-tagged', 'ResourceArn is a text with a tag', withValue('ResourceArn', tagged)],
]);

/** A Policy that may be taken for another one, or refused. */
export interface EitherPolicy {
  readonly id: string;
  readonly summary: string;
  readonly requirement: 'WIRE-32' | 'WIRE-33';
  /** The members, for the policy before and another one. */
  readonly members: (before: string, other: string, pick: number) => readonly (readonly [CborItem, CborItem])[];
}

/** The policy is present twice: one of the two is taken, or none (RFC 8949, section 5.6). */
export const repeatedPolicy: EitherPolicy = {
  id: 'cbor/policy-twice',
  summary: 'Policy is present twice',
  requirement: 'WIRE-32',
  members: (before, other) => [
    [{ text: 'Policy' }, { text: other }],
    [{ text: 'Policy' }, { text: before }],
  ],
};

/** A policy as bytes or with a tag is stored as the text that it is, or not at all. */
export const nearlyPolicies: readonly EitherPolicy[] = [
  {
    id: 'cbor/policy-bytes',
    summary: 'Policy is a byte string of the same characters',
    requirement: 'WIRE-33',
    members: (_before, other) => [[{ text: 'Policy' }, { bytesOf: other }]],
  },
  {
    id: 'cbor/policy-tagged',
    summary: 'Policy is a text with a tag',
    requirement: 'WIRE-33',
    members: (_before, other, pick) => [[{ text: 'Policy' }, tagged(other, pick)]],
  },
];

/** Tags of texts: unassigned, of encoded CBOR, and of a URI. */
function tagged(text: string, pick: number): CborItem {
  return { tag: drawn(999, [24, 32])(pick), item: { text } };
}

function float(value: number, bits: 16 | 32 | 64): CborItem {
  return { float: value, bits };
}

/** Deeper than any decoder needs to go (RFC 8949, section 10). */
function nested(what: string, repeatedBytes: string): Row {
  const deep: CborItem = { repeated: repeatedBytes, times: 100_000, item: { integer: 0 } };
  return [`nested-${what}`, `there is one more member, 100,000 ${what} deep`, withOneMore(noText, deep)];
}

/** Bytes that are not UTF-8, as characters of Latin-1: cut, overlong, too high, and a surrogate. */
const notUtf8 = drawn('\u0080', ['\u00ff', '\u00c3', '\u00c0\u0080', '\u00f5\u0080\u0080\u0080', '\u00ed\u00a0\u0080']);

/** The policy in Latin-1, with characters added to its first Sid. */
function withInSid(policy: string, characters: string): CborItem {
  return { text: policy.replace('"Sid":"', () => `"Sid":"${characters}`), latin1: true };
}

function unknown(id: string, value: CborItem): Row {
  const summary = 'there is one more member, which the operation does not know';
  return [`unknown-${id}`, summary, withMembers((members) => [[{ text: 'NoSuchMember' }, value], ...members])];
}
