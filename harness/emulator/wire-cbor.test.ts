// RPC v2 CBOR of the emulator, byte by byte, and how it answers hostile or wrong requests.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cborBytes } from '../api/cbor/cbor-bytes.js';
import { cborInput, type CborItem } from '../api/cbor/cbor-item.js';
import { membersOfCbor } from '../api/cbor/read-cbor.js';
import { cborPath } from '../api/protocol.js';
import { createAuthority, startReference, type TestEmulator } from './testing/reference-emulator.js';

let emulator: TestEmulator;
let arn: string;

beforeAll(async () => {
  emulator = await startReference();
  arn = await createAuthority(emulator);
  const grant = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Resource: arn };
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ ...grant, Action: ['acm-pca:GetCertificate'] }],
  });
  await emulator.output('PutPolicy', { ResourceArn: arn, Policy });
});

afterAll(() => emulator.close());

interface CborAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** A header without a value is not sent. */
async function send(
  path: string,
  body: CborItem | Uint8Array,
  headers: Readonly<Record<string, string | undefined>> = {},
  method = 'POST',
): Promise<CborAnswer> {
  const all = { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor', ...headers };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const bytes = body instanceof Uint8Array ? body : cborBytes(body);
  const init = { method, headers: Object.fromEntries(sent), ...(method === 'GET' ? {} : { body: bytes }) };
  const response = await fetch(`${emulator.url}${path}`, init);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

const get = (body: CborItem, headers?: Readonly<Record<string, string | undefined>>): Promise<CborAnswer> =>
  send(cborPath('GetPolicy'), body, headers);

describe('an answer', () => {
  test('of GetPolicy is a map with the policy', async () => {
    const { status, headers, bytes } = await get(cborInput({ ResourceArn: arn }));
    expect([status, headers.get('smithy-protocol'), headers.get('content-type')]).toEqual([
      200,
      'rpc-v2-cbor',
      'application/cbor',
    ]);
    expect(membersOfCbor(bytes)).toEqual({ Policy: expect.stringContaining(arn) });
  });

  test('of PutPolicy and DeletePolicy has neither a body nor a content type', async () => {
    const other = await createAuthority(emulator);
    const Policy = String(membersOfCbor((await get(cborInput({ ResourceArn: arn }))).bytes)?.['Policy']);
    const put = await send(
      cborPath('PutPolicy'),
      cborInput({ ResourceArn: other, Policy: Policy.replaceAll(arn, other) }),
    );
    const deleted = await send(cborPath('DeletePolicy'), cborInput({ ResourceArn: other }));
    for (const { status, headers, bytes } of [put, deleted]) {
      expect([status, bytes.length, headers.get('content-type'), headers.get('smithy-protocol')]).toEqual([
        200,
        0,
        null,
        'rpc-v2-cbor',
      ]);
    }
  });

  test('with an error of the model names its shape', async () => {
    const { status, headers, bytes } = await send(
      cborPath('PutPolicy'),
      cborInput({ ResourceArn: arn, Policy: 'no JSON' }),
    );
    expect([status, headers.get('smithy-protocol')]).toEqual([400, 'rpc-v2-cbor']);
    expect(membersOfCbor(bytes)).toEqual({
      __type: 'com.amazonaws.acmpca#InvalidPolicyException',
      message: expect.any(String),
    });
  });
});

const nothing: CborItem = { integer: 0 };

describe('a request', () => {
  test.each<[string, (arn: string) => CborItem]>([
    ['a map of indefinite length', (text) => ({ map: [[{ text: 'ResourceArn' }, { text }]], indefinite: true })],
    [
      'texts in chunks',
      (text) => ({
        map: [
          [
            { chunks: [{ text: 'Resource' }, { text: 'Arn' }] },
            { chunks: [{ text: text.slice(0, 9) }, { text: text.slice(9) }] },
          ],
        ],
      }),
    ],
    [
      'longer heads than needed',
      (text) => ({ map: [[{ text: 'ResourceArn', headBytes: 8 }, { text }]], headBytes: 4 }),
    ],
    [
      'unknown members',
      (text) => ({
        map: [
          [{ text: 'Other' }, { array: [{ float: 1.5, bits: 64 }, { tag: 1, item: { integer: 1 } }, { bytes: 'ff' }] }],
          [{ text: 'ResourceArn' }, { text }],
          [{ text: 'Policy' }, { simple: 22 }],
        ],
      }),
    ],
  ])('with %s is read', async (_form, body) => {
    expect((await get(body(arn))).status).toBe(200);
  });

  test.each<[string, CborItem]>([
    ['no map', { array: [] }],
    ['a text alone', { text: 'ResourceArn' }],
    ['nothing', { raw: '' }],
    ['null for a member', { map: [[{ text: 'ResourceArn' }, { simple: 22 }]] }],
    ['undefined for a member', { map: [[{ text: 'ResourceArn' }, { simple: 23 }]] }],
    ['a number for a text', { map: [[{ text: 'ResourceArn' }, nothing]] }],
    ['bytes for a text', { map: [[{ text: 'ResourceArn' }, { bytes: '61726e' }]] }],
    ['a tagged text', { map: [[{ text: 'ResourceArn' }, { tag: 999, item: { text: 'arn' } }]] }],
    [
      'a repeated member',
      {
        map: [
          [{ text: 'ResourceArn' }, { text: 'a' }],
          [{ text: 'ResourceArn' }, { text: 'b' }],
        ],
      },
    ],
    ['bytes after the map', { sequence: [cborInput({ ResourceArn: 'arn' }), { raw: '00' }] }],
    ['a body that is cut', { item: cborInput({ ResourceArn: 'arn' }), withoutLast: 1 }],
    ['JSON', { raw: Buffer.from('{"ResourceArn":"arn"}').toString('hex') }],
  ])('with %s is refused', async (_form, body) => {
    const { status, bytes } = await get(body);
    expect(status).toBe(400);
    expect(membersOfCbor(bytes)?.['__type']).toMatch(/#(SerializationException|ValidationException)$/);
  });

  const input = cborInput({ ResourceArn: 'arn' });
  test.each<[string, () => Promise<CborAnswer>, number]>([
    ['with a target', () => get(input, { 'x-amz-target': 'ACMPrivateCA.GetPolicy' }), 400],
    ['with another target', () => get(input, { 'x-amzn-target': 'ACMPrivateCA.DeletePolicy' }), 400],
    ['without the protocol', () => get(input, { 'smithy-protocol': undefined }), 404],
    ['of another protocol', () => get(input, { 'smithy-protocol': 'rpc-v2-json' }), 404],
    ['of another content type', () => get(input, { 'content-type': 'application/json' }), 415],
    ['of an unknown operation', () => send(cborPath('Nope'), input), 404],
    ['of an operation in another case', () => send(cborPath('getPolicy'), input), 404],
    ['of an operation with a namespace', () => send(cborPath('com.amazonaws.acmpca.GetPolicy'), input), 404],
    ['of another service', () => send(cborPath('GetPolicy', 'CertificateManager'), input), 404],
    ['by PUT', () => send(cborPath('GetPolicy'), input, {}, 'PUT'), 405],
    ['by GET', () => send(cborPath('GetPolicy'), input, {}, 'GET'), 405],
  ])('%s is refused', async (_form, request, expected) => {
    expect((await request()).status).toBe(expected);
  });

  test('may name the service with its namespace, and have a prefix in its path', async () => {
    const body = cborInput({ ResourceArn: arn });
    expect((await send(cborPath('GetPolicy', 'com.amazonaws.acmpca.ACMPrivateCA'), body)).status).toBe(200);
    expect((await send(`/v1${cborPath('GetPolicy')}`, body)).status).toBe(200);
  });

  test('in JSON on a path of CBOR is refused', async () => {
    const response = await fetch(`${emulator.url}${cborPath('GetPolicy')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'ACMPrivateCA.GetPolicy' },
      body: JSON.stringify({ ResourceArn: arn }),
    });
    expect(response.status).toBe(404);
  });
});
