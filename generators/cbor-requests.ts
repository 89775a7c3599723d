// Hand-made requests in RPC v2 CBOR: the request that a client would make, and the tables of what can be different about
// it. Bodies are CBOR items, so that they shrink and are saved as plain data.
// Sources: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html, RFC 8949

import type fc from 'fast-check';
import type { Case, GuaranteeName, Step } from '../harness/api/case.js';
import type { CborItem } from '../harness/api/cbor/cbor-item.js';
import type { PolicyOperation } from '../harness/api/operation.js';
import { cborPath } from '../harness/api/protocol.js';
import { cborRequestOf, type RawRequest } from '../harness/api/raw-request.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import { arnToken, get, put } from './calls.js';
import { ownerPolicy } from './policy.js';

type Parts = RawRequest['input'];
type Member = readonly [CborItem, CborItem];

/** One way in which a CBOR request can differ from the one that a client makes. */
export interface CborVariation {
  readonly id: string;
  /** The one edit, in words. */
  readonly summary: string;
  readonly requirement: RequirementId;
  readonly operations: readonly PolicyOperationName[];
  /** What the answer must be. */
  readonly guarantee: Extract<GuaranteeName, 'served-in-cbor' | 'refused-by-client-error' | 'served-or-refused'>;
  readonly change: (good: Parts) => Parts;
}

const allOperations: readonly PolicyOperationName[] = ['PutPolicy', 'GetPolicy', 'DeletePolicy'];
const reading: readonly PolicyOperationName[] = ['GetPolicy'];
const writing: readonly PolicyOperationName[] = ['PutPolicy'];

type Row = readonly [
  id: string,
  summary: string,
  change: (good: Parts) => Parts,
  operations?: readonly PolicyOperationName[],
];

function table(
  requirement: RequirementId,
  guarantee: CborVariation['guarantee'],
  rows: readonly Row[],
  common = reading,
): readonly CborVariation[] {
  return rows.map(([id, summary, change, operations = common]) => ({
    id: `cbor/${id}`,
    summary,
    requirement,
    guarantee,
    change,
    operations,
  }));
}

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
    [
      'map-longer-head',
      'the length of the map is in four bytes',
      withMap((members) => ({ map: members, headBytes: 4 })),
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
      [
        'arn-missing',
        'ResourceArn is left out',
        withMembers((members) => members.filter((each) => !isNamed(each, 'ResourceArn'))),
      ],
      [
        'policy-missing',
        'Policy is left out',
        withMembers((members) => members.filter((each) => !isNamed(each, 'Policy'))),
        writing,
      ],
    ],
    allOperations,
  ),
  ...table('WIRE-19', 'served-in-cbor', [
    [
      'other-null',
      'there is one more member, which is null',
      withMembers((members) => [...members, [{ text: 'Policy' }, { simple: 22 }]]),
    ],
  ]),
];

/** Headers of the other protocol (WIRE-25). */
export const targetHeaders: readonly CborVariation[] = table('WIRE-25', 'refused-by-client-error', [
  ['target-same', 'X-Amz-Target names the same operation', (good) => ({ ...good, target: 'ACMPrivateCA.GetPolicy' })],
  ['target-delete', 'X-Amz-Target names DeletePolicy', (good) => ({ ...good, target: 'ACMPrivateCA.DeletePolicy' })],
  [
    'other-target-same',
    'X-Amzn-Target names the same operation',
    (good) => ({ ...good, otherTarget: 'ACMPrivateCA.GetPolicy' }),
  ],
  [
    'other-target-delete',
    'X-Amzn-Target names DeletePolicy',
    (good) => ({ ...good, otherTarget: 'ACMPrivateCA.DeletePolicy' }),
  ],
]);

/** Requests that no protocol claims (WIRE-26). */
export const unclaimedRequests: readonly CborVariation[] = table('WIRE-26', 'refused-by-client-error', [
  ['protocol-missing', 'there is no Smithy-Protocol', ({ smithyProtocol: _protocol, ...rest }) => rest],
  ['protocol-json', 'Smithy-Protocol is rpc-v2-json', (good) => ({ ...good, smithyProtocol: 'rpc-v2-json' })],
  ['protocol-xml', 'Smithy-Protocol is rpc-v2-xml', (good) => ({ ...good, smithyProtocol: 'rpc-v2-xml' })],
  ['protocol-empty', 'Smithy-Protocol is empty', (good) => ({ ...good, smithyProtocol: '' })],
  ['method-put', 'the method is PUT', (good) => ({ ...good, method: 'PUT' })],
  ['method-get', 'the method is GET, without a body', ({ cbor: _cbor, ...rest }) => ({ ...rest, method: 'GET' })],
  [
    'json-on-path',
    'the request is one of JSON but for its path',
    ({ path }) => ({
      method: 'POST',
      path,
      target: 'ACMPrivateCA.GetPolicy',
      contentType: 'application/x-amz-json-1.1',
      body: JSON.stringify({ ResourceArn: arnToken() }),
    }),
  ],
]);

/** Operations and services as they are not spelt (WIRE-27). */
export const misspeltPaths: readonly CborVariation[] = table('WIRE-27', 'refused-by-client-error', [
  ['operation-unknown', 'the operation does not exist', (good) => ({ ...good, path: cborPath('NoSuchOperation') })],
  ['operation-case', 'the operation is in another letter case', (good) => ({ ...good, path: cborPath('getPolicy') })],
  [
    'operation-namespace',
    'the operation has a namespace',
    (good) => ({ ...good, path: cborPath('com.amazonaws.acmpca.GetPolicy') }),
  ],
  [
    'service-other',
    'the service is another one',
    (good) => ({ ...good, path: cborPath('GetPolicy', 'CertificateManager') }),
  ],
]);

export const absoluteService: readonly CborVariation[] = table('WIRE-28', 'served-in-cbor', [
  [
    'service-absolute',
    'the service has its namespace',
    (good) => ({ ...good, path: cborPath('GetPolicy', 'com.amazonaws.acmpca.ACMPrivateCA') }),
  ],
]);

export const prefixedPath: readonly CborVariation[] = table('WIRE-29', 'served-or-refused', [
  ['path-prefix', 'the path begins with /v1', (good) => ({ ...good, path: `/v1${good.path}` })],
]);

export const withoutAccept: readonly CborVariation[] = table(
  'WIRE-30',
  'served-in-cbor',
  [['accept-missing', 'there is no Accept', ({ accept: _accept, ...rest }) => rest]],
  allOperations,
);

/** Content types that do not fit (WIRE-31). */
export const contentTypes: readonly CborVariation[] = table('WIRE-31', 'served-or-refused', [
  [
    'content-type-amz-json',
    'Content-Type is that of JSON 1.1',
    (good) => ({ ...good, contentType: 'application/x-amz-json-1.1' }),
  ],
  ['content-type-json', 'Content-Type is application/json', (good) => ({ ...good, contentType: 'application/json' })],
  ['content-type-missing', 'there is no Content-Type', ({ contentType: _type, ...rest }) => rest],
  [
    'content-type-charset',
    'Content-Type has a character set',
    (good) => ({ ...good, contentType: 'application/cbor; charset=utf-8' }),
  ],
]);

/** Bodies that are not CBOR, or not a map (WIRE-32). Source: RFC 8949, appendix F. */
export const malformedBodies: readonly CborVariation[] = [
  ...table('WIRE-32', 'refused-by-client-error', [
    ['empty', 'the body is empty', withBody(() => ({ raw: '' }))],
    ['cut-in-text', 'the last byte is cut off', withBody((good) => ({ item: good, withoutLast: 1 }))],
    [
      'cut-before-break',
      'the break of the map is cut off',
      withMap((members) => ({ item: { map: members, indefinite: true }, withoutLast: 1 })),
    ],
    ['break-alone', 'the body is a break', withBody(() => ({ raw: 'ff' }))],
    ['reserved', 'the body begins with a reserved byte', withBody((good) => ({ sequence: [{ raw: '1c' }, good] }))],
    [
      'simple-long',
      'a simple value has a longer form than it may',
      withMembers((members) => [...members, [{ text: 'X' }, { raw: 'f818' }]]),
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
      withMap((members) => ({ sequence: [{ raw: 'bf' }, ...members.flat(), { text: 'X' }, { raw: 'ff' }] })),
    ],
    ['top-array', 'the body is an array that holds the map', withBody((good) => ({ array: [good] }))],
    ['top-text', 'the body is a text', withBody(() => ({ text: arnToken() }))],
    ['top-integer', 'the body is a number', withBody(() => ({ integer: 1 }))],
    ['top-false', 'the body is false', withBody(() => ({ simple: 20 }))],
    ['top-null', 'the body is null', withBody(() => ({ simple: 22 }))],
    ['json', 'the body is JSON', withBody(() => ({ raw: Buffer.from('{"ResourceArn":"arn"}').toString('hex') }))],
    ['not-utf-8', 'a text is not UTF-8', withValue('ResourceArn', () => ({ raw: '63617280' }))],
    ['character-split', 'a chunk ends within a character', withValue('ResourceArn', () => ({ raw: '7f61c361a9ff' }))],
    [
      'length-beyond',
      'a text is longer than the body',
      withMembers((members) => [...members, [{ text: 'X' }, { raw: '7affffffff61' }]]),
    ],
  ]),
  ...table('WIRE-32', 'served-or-refused', [
    ['rest-byte', 'a byte follows the map', withBody((good) => ({ sequence: [good, { raw: '00' }] }))],
    ['rest-map', 'a second map follows the map', withBody((good) => ({ sequence: [good, { map: [] }] }))],
    [
      'name-bytes',
      'there is one more member, whose name is bytes',
      withMembers((members) => [...members, [{ bytes: '58' }, { integer: 1 }]]),
    ],
    [
      'name-integer',
      'there is one more member, whose name is a number',
      withMembers((members) => [...members, [{ integer: 1 }, { integer: 1 }]]),
    ],
    [
      'nested',
      'there is one more member, 1,000 arrays deep',
      withMembers((members) => [...members, [{ text: 'X' }, { repeated: '81', times: 1_000, item: { integer: 0 } }]]),
    ],
  ]),
];

/** A required member of another type than text (WIRE-33). */
export const cborTypes: readonly CborVariation[] = table(
  'WIRE-33',
  'refused-by-client-error',
  [
    ['arn-integer', 'ResourceArn is a number', withValue('ResourceArn', () => ({ integer: 1 }))],
    ['arn-float', 'ResourceArn is a floating-point number', withValue('ResourceArn', () => ({ float: 1.5, bits: 64 }))],
    ['arn-true', 'ResourceArn is true', withValue('ResourceArn', () => ({ simple: 21 }))],
    [
      'arn-array',
      'ResourceArn is an array that holds the text',
      withValue('ResourceArn', (text) => ({ array: [{ text }] })),
    ],
    ['arn-map', 'ResourceArn is a map', withValue('ResourceArn', (text) => ({ map: [[{ text: 'Arn' }, { text }]] }))],
    ['policy-integer', 'Policy is a number', withValue('Policy', () => ({ integer: 1 })), writing],
    ['policy-map', 'Policy is a map', withValue('Policy', () => ({ map: [] })), writing],
  ],
  allOperations,
);

/** Bytes and tagged texts in place of a text, of which nothing is said (WIRE-33). */
export const nearlyTexts: readonly CborVariation[] = table('WIRE-33', 'served-or-refused', [
  ['arn-bytes', 'ResourceArn is a byte string', withValue('ResourceArn', () => ({ bytes: '61726e' }))],
  [
    'arn-tagged',
    'ResourceArn is a text with a tag',
    withValue('ResourceArn', (text) => ({ tag: 999, item: { text } })),
  ],
]);

function unknown(id: string, value: CborItem): Row {
  const summary = 'there is one more member, which the operation does not know';
  return [`unknown-${id}`, summary, withMembers((members) => [[{ text: 'NoSuchMember' }, value], ...members])];
}

function inChunks(text: string): CborItem {
  // A token is filled in as a whole.
  const cut = text.startsWith('{{') ? 0 : 1;
  return { chunks: [{ text: text.slice(0, cut) }, { text: text.slice(cut) }] };
}

function withBody(change: (good: CborItem) => CborItem): (good: Parts) => Parts {
  return (good) => (good.cbor === undefined ? good : { ...good, cbor: change(good.cbor) });
}

function withMap(change: (members: readonly Member[]) => CborItem): (good: Parts) => Parts {
  return withBody((good) => ('map' in good ? change(good.map) : good));
}

function withMembers(change: (members: readonly Member[]) => readonly Member[]): (good: Parts) => Parts {
  return withMap((members) => ({ map: change(members) }));
}

function withValue(name: string, change: (text: string) => CborItem): (good: Parts) => Parts {
  return withMembers((members) =>
    members.map((member) =>
      isNamed(member, name) && 'text' in member[1] ? [member[0], change(member[1].text)] : member,
    ),
  );
}

function withName(name: string, change: (text: string) => CborItem): (good: Parts) => Parts {
  return withMembers((members) =>
    members.map((member) => (isNamed(member, name) ? [change(name), member[1]] : member)),
  );
}

function isNamed([name]: Member, wanted: string): boolean {
  return 'text' in name && name.text === wanted;
}

/** A step of a CBOR request that is as it should be. */
export function cborCall(
  role: Step['role'],
  name: PolicyOperationName,
  policy: string,
  { arn = arnToken(), ...judged }: { readonly arn?: string } & Pick<Step, 'guarantee' | 'requirement'> = {},
): Step {
  return { role, operation: goodCborRequest(name, arn, policy), ...judged };
}

/**
 * Cases of one variation. On the same CA the request that a client makes is served first; what is refused must leave the
 * policy as it was, as JSON shows it.
 */
export function cborVariationCase(
  { id, summary, requirement, guarantee, change }: CborVariation,
  name: PolicyOperationName,
): fc.Arbitrary<Case> {
  return ownerPolicy().map((document) => {
    const policy = JSON.stringify(document);
    const good = goodCborRequest(name, arnToken(), policy);
    const steps: readonly Step[] = [
      put('control', policy),
      // Whatever writes share, both protocols know the policy.
      put('control', policy, { protocol: 'cbor' }),
      { role: 'control', operation: good },
      ...(name === 'DeletePolicy' ? [put('control', policy)] : []),
      get('control'),
      { role: 'subject', operation: { ...good, input: change(good.input) }, guarantee, requirement },
      ...(guarantee === 'refused-by-client-error' ? [get('subject')] : []),
    ];
    return { inputClass: `${id}/${name}`, given: ['usable'], edit: summary, steps };
  });
}

function goodCborRequest(name: PolicyOperationName, arn: string, policy: string): RawRequest {
  const operation: PolicyOperation =
    name === 'PutPolicy'
      ? { kind: name, input: { ResourceArn: arn, Policy: policy } }
      : { kind: name, input: { ResourceArn: arn } };
  return cborRequestOf(operation);
}
