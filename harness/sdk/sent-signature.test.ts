// The expected signature of a request equals that of a library, for any request, and differs for another request.

import fc from 'fast-check';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import type { RecordedRequest } from '../api/sdk-case.js';
import { Sha256 } from '../api/sha256.js';
import { expectedSignature, readSignature } from './sent-signature.js';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

interface Parts {
  readonly path: string;
  readonly value: string;
  readonly body: string;
}

async function signedRequest({ path, value, body }: Parts): Promise<RecordedRequest> {
  const signer = new SignatureV4({
    credentials,
    region: 'eu-central-1',
    service: 'acm-pca',
    sha256: Sha256,
    applyChecksum: false,
  });
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: 'localhost',
      path,
      query: {},
      headers: { host: 'localhost:1', 'x-amz-target': 'ACMPrivateCA.PutPolicy', 'x-amz-other': value },
      body: Buffer.from(body),
    },
    { signingDate: new Date(Date.UTC(2026, 0, 31, 23, 59, 59)) },
  );
  return {
    connection: 0,
    atMs: 0,
    wallMs: 0,
    previousReplyAtMs: null,
    requestLine: `POST ${path} HTTP/1.1`,
    headers: Object.entries(headers).map(([name, each]) => [name, Buffer.from(each).toString('latin1')]),
    body: Buffer.from(body),
  };
}

const parts = fc.record({
  path: fc.constantFrom('/', '/pca/v1', '/a%20b/c'),
  value: fc.string({ unit: fc.constantFrom(...'aZ9 =+/\u00e9'), minLength: 1 }).filter((text) => text.trim() !== ''),
  body: fc.string({ unit: 'grapheme' }),
});

test('is the one that a library computes', async () => {
  await fc.assert(
    fc.asyncProperty(parts, async (each) => {
      const request = await signedRequest(each);
      const sent = readSignature(request);
      expect(sent).toMatchObject({
        accessKeyId: 'AKIDEXAMPLE',
        region: 'eu-central-1',
        service: 'acm-pca',
        date: '20260131',
      });
      const expected = sent === undefined ? '' : expectedSignature(request, sent, credentials.secretAccessKey);
      expect(expected).toBe(sent?.signature);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('is another one for another body, header, path or key', async () => {
  const request = await signedRequest({ path: '/', value: 'a', body: '{}' });
  const sent = readSignature(request);
  if (sent === undefined) throw new Error('The request is not signed.');
  const others: readonly RecordedRequest[] = [
    { ...request, body: Buffer.from('{ }') },
    { ...request, requestLine: 'POST /other HTTP/1.1' },
    { ...request, headers: request.headers.map(([name, value]) => [name, name === 'x-amz-other' ? 'b' : value]) },
  ];
  for (const other of others) {
    expect(expectedSignature(other, sent, credentials.secretAccessKey)).not.toBe(sent.signature);
  }
  expect(expectedSignature(request, sent, 'another')).not.toBe(sent.signature);
});

test.for([
  ['none', undefined],
  ['of version 2', 'AWS AKIDEXAMPLE:abc'],
  ['without the headers', 'AWS4-HMAC-SHA256 Credential=A/20260131/r/s/aws4_request, Signature=' + 'a'.repeat(64)],
  [
    'with a short signature',
    'AWS4-HMAC-SHA256 Credential=A/20260131/r/s/aws4_request, SignedHeaders=host, Signature=abc',
  ],
] as const)('is not read where it is %s', async ([, header]) => {
  const request = await signedRequest({ path: '/', value: 'a', body: '' });
  const headers = request.headers.filter(([name]) => name !== 'authorization');
  expect(
    readSignature({ ...request, headers: header === undefined ? headers : [...headers, ['authorization', header]] }),
  ).toBeUndefined();
});
