// Requests signed by the SDK are accepted, and each kind of invalid signature gets its own error.

import { createHash, createHmac } from 'node:crypto';
import type { ACMPCAClientConfig } from '@aws-sdk/client-acm-pca';
import { ListCertificateAuthoritiesCommand } from '@aws-sdk/client-acm-pca';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, credentials, startReference, type TestEmulator } from './testing/reference-emulator.js';

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startReference({ requireSignature: credentials });
});

afterAll(() => emulator.close());

/** The error that the SDK receives, or `Success`. */
async function answerTo(overrides: ACMPCAClientConfig, skewMs = 0): Promise<string> {
  const systemClockOffset = emulator.clock.nowMs - Date.now() + skewMs;
  const client = createClient(emulator.url, { systemClockOffset, ...overrides });
  try {
    await client.send(new ListCertificateAuthoritiesCommand({}));
    return 'Success';
  } catch (error) {
    return error instanceof Error ? error.name : 'nothing';
  } finally {
    client.destroy();
  }
}

describe('a request of the SDK', () => {
  test('is accepted', async () => {
    expect(await answerTo({})).toBe('Success');
  });

  const minuteMs = 60_000;
  test.each([
    [
      'with a wrong secret',
      { credentials: { ...credentials, secretAccessKey: 'wrong' } },
      0,
      'InvalidSignatureException',
    ],
    [
      'with an unknown key',
      { credentials: { ...credentials, accessKeyId: 'AKIDOTHER' } },
      0,
      'UnrecognizedClientException',
    ],
    ['with a session token', { credentials: { ...credentials, sessionToken: 't' } }, 0, 'UnrecognizedClientException'],
    ['for another region', { region: 'eu-west-1' }, 0, 'InvalidSignatureException'],
    ['four minutes old', {}, -4 * minuteMs, 'Success'],
    ['four minutes early', {}, 4 * minuteMs, 'Success'],
    ['six minutes old', {}, -6 * minuteMs, 'InvalidSignatureException'],
    ['six minutes early', {}, 6 * minuteMs, 'InvalidSignatureException'],
  ] as const)('%s', async (_how, overrides, skewMs, expected) => {
    expect(await answerTo(overrides, skewMs)).toBe(expected);
  });
});

class Sha256 {
  private readonly parts: Uint8Array[] = [];
  constructor(private readonly secret?: Uint8Array) {}
  update(data: Uint8Array): void {
    this.parts.push(data);
  }
  async digest(): Promise<Uint8Array> {
    const hash = this.secret === undefined ? createHash('sha256') : createHmac('sha256', this.secret);
    for (const part of this.parts) hash.update(part);
    return hash.digest();
  }
  reset(): void {
    this.parts.length = 0;
  }
}

async function signed(
  body: string,
  service = 'acm-pca',
  more: Record<string, string> = {},
): Promise<Record<string, string>> {
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service, sha256: Sha256 as never });
  const { hostname, port } = new URL(emulator.url);
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname,
      path: '/',
      headers: {
        host: `${hostname}:${port}`,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'ACMPrivateCA.ListCertificateAuthorities',
        ...more,
      },
      body,
    },
    { signingDate: new Date(emulator.clock.nowMs) },
  );
  return headers;
}

async function send(body: string, headers: Record<string, string>): Promise<unknown> {
  const { host: _host, ...sent } = headers;
  const response = await fetch(emulator.url, { method: 'POST', headers: sent, body });
  const text = await response.text();
  const parsed: { readonly __type?: string; readonly message?: string } = text.startsWith('{') ? JSON.parse(text) : {};
  return [response.status, parsed.__type ?? text];
}

describe('a request signed by hand', () => {
  test('is accepted', async () => {
    expect(await send('{}', await signed('{}'))).toMatchObject([200, expect.any(String)]);
  });

  test('with a changed body is rejected, with and without its hash in a header', async () => {
    const headers = await signed('{}');
    expect(await send('{ }', headers)).toEqual([403, 'InvalidSignatureException']);
    const rehashed = { ...headers, 'x-amz-content-sha256': createHash('sha256').update('{ }').digest('hex') };
    expect(await send('{ }', rehashed)).toEqual([403, 'InvalidSignatureException']);
  });

  test('with a changed signed header is rejected', async () => {
    const headers = { ...(await signed('{}')), 'x-amz-target': 'ACMPrivateCA.DeletePolicy' };
    expect(await send('{}', headers)).toEqual([403, 'InvalidSignatureException']);
  });

  test('for another service is rejected', async () => {
    expect(await send('{}', await signed('{}', 'sts'))).toEqual([403, 'InvalidSignatureException']);
  });

  test.each([
    [undefined, 'MissingAuthenticationToken'],
    ['Basic YTpi', 'IncompleteSignature'],
    ['AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE', 'IncompleteSignature'],
    [
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260131/us-east-1/acm-pca/aws4_request, SignedHeaders=host, Signature=00',
      'IncompleteSignature',
    ],
  ])('with the authorization %s is refused as %s', async (authorization, expected) => {
    const { authorization: _right, ...headers } = await signed('{}');
    expect(await send('{}', authorization === undefined ? headers : { ...headers, authorization })).toEqual([
      403,
      expected,
    ]);
  });

  test('without a date is rejected', async () => {
    const { 'x-amz-date': _date, ...headers } = await signed('{}');
    expect(await send('{}', headers)).toEqual([403, 'IncompleteSignature']);
  });

  test('for GetCallerIdentity is verified for STS', async () => {
    const body = 'Action=GetCallerIdentity&Version=2011-06-15';
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await send(body, await signed(body, 'sts', form))).toMatchObject([
      200,
      expect.stringContaining('GetCallerIdentityResult'),
    ]);
    expect(await send(body, await signed(body, 'acm-pca', form))).toMatchObject([
      403,
      expect.stringContaining('<Code>InvalidSignatureException</Code>'),
    ]);
  });

  test('with bytes above ASCII in a header is read as UTF-8', async () => {
    const text = 'Prüfstand';
    const headers = await signed('{}', 'acm-pca', { 'x-amz-note': text });
    const wire = { ...headers, 'x-amz-note': Buffer.from(text).toString('latin1') };
    expect(await send('{}', wire)).toMatchObject([200, expect.any(String)]);
  });
});

test('without the option any signature is accepted, and none as well', async () => {
  const open = await startReference();
  try {
    const response = await fetch(open.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'ACMPrivateCA.ListCertificateAuthorities', authorization: 'nonsense' },
      body: '{}',
    });
    expect(response.status).toBe(200);
  } finally {
    await open.close();
  }
});
