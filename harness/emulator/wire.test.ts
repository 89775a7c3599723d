// The wire format of the emulator, byte by byte: the answer to each form of request.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller, createAuthority, post, startReference, type TestEmulator } from './testing/reference-emulator.js';

let emulator: TestEmulator;
let arn: string;

beforeAll(async () => {
  emulator = await startReference();
  arn = await createAuthority(emulator);
});

afterAll(() => emulator.close());

function policyFor(resource: string): string {
  const grant = { Effect: 'Allow', Principal: { AWS: '444455556666' }, Resource: resource };
  const reads = ['DescribeCertificateAuthority', 'GetCertificate', 'GetCertificateAuthorityCertificate'];
  const more = ['ListPermissions', 'ListTags'];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { ...grant, Action: [...reads, ...more].map((name) => `acm-pca:${name}`) },
      {
        ...grant,
        Action: 'acm-pca:IssueCertificate',
        Condition: { StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' } },
      },
    ],
  });
}

describe('a successful answer', () => {
  test('of PutPolicy and DeletePolicy has an empty body, of GetPolicy the policy', async () => {
    const policy = policyFor(arn);
    const put = await post(emulator.url, 'PutPolicy', JSON.stringify({ ResourceArn: arn, Policy: policy }));
    expect([put.status, put.text]).toEqual([200, '']);
    const got = await post(emulator.url, 'GetPolicy', JSON.stringify({ ResourceArn: arn }));
    expect([got.status, JSON.parse(got.text)]).toEqual([200, { Policy: policy }]);
    const deleted = await post(emulator.url, 'DeletePolicy', JSON.stringify({ ResourceArn: arn }));
    expect([deleted.status, deleted.text]).toEqual([200, '']);
  });

  test('has the content type of the protocol and a request id of its own', async () => {
    const answers = await Promise.all([1, 2].map(() => post(emulator.url, 'ListCertificateAuthorities', '{}')));
    const ids = answers.map(({ headers }) => headers.get('x-amzn-requestid'));
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
    expect(answers[0]?.headers.get('content-type')).toBe('application/x-amz-json-1.1');
  });

  test('has times in seconds since 1970, and every documented member of a CA', async () => {
    const { text } = await post(
      emulator.url,
      'DescribeCertificateAuthority',
      JSON.stringify({ CertificateAuthorityArn: arn }),
    );
    const seconds = emulator.clock.nowMs / 1_000;
    expect(JSON.parse(text)).toEqual({
      CertificateAuthority: {
        Arn: arn,
        OwnerAccount: caller.account,
        CreatedAt: seconds,
        LastStateChangeAt: seconds,
        Type: 'ROOT',
        Status: 'PENDING_CERTIFICATE',
        CertificateAuthorityConfiguration: {
          KeyAlgorithm: 'EC_prime256v1',
          SigningAlgorithm: 'SHA256WITHECDSA',
          Subject: { CommonName: 'test' },
        },
        RevocationConfiguration: { CrlConfiguration: { Enabled: false } },
        KeyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
        UsageMode: 'GENERAL_PURPOSE',
      },
    });
  });

  test('ignores unknown members, whatever they are', async () => {
    const body = `{"ResourceArn":"${arn}","__proto__":{"Policy":1},"Unknown":[{}],"Other":null}`;
    expect((await post(emulator.url, 'DeletePolicy', body)).status).toBe(200);
  });

  test('may answer an empty body, if no member is required', async () => {
    expect((await post(emulator.url, 'ListCertificateAuthorities', '')).status).toBe(200);
  });
});

describe('an error', () => {
  test('of the service has its name and a message in the body, and status 400', async () => {
    const { status, headers, text } = await post(
      emulator.url,
      'GetPolicy',
      JSON.stringify({ ResourceArn: await createAuthority(emulator) }),
    );
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(text)).toEqual({ __type: 'ResourceNotFoundException', message: expect.stringMatching(/./) });
  });

  const forms: readonly (readonly [form: string, operation: string, body: string | Uint8Array, error: string])[] = [
    ['no JSON', 'PutPolicy', 'ResourceArn', 'SerializationException'],
    ['truncated JSON', 'PutPolicy', '{"ResourceArn":', 'SerializationException'],
    ['a byte order mark', 'GetPolicy', '\uFEFF{}', 'SerializationException'],
    ['bytes that are not UTF-8', 'GetPolicy', new Uint8Array([0x22, 0xff, 0x22]), 'SerializationException'],
    ['an array', 'GetPolicy', '[]', 'SerializationException'],
    ['null', 'GetPolicy', 'null', 'SerializationException'],
    ['a text', 'GetPolicy', '"x"', 'SerializationException'],
    ['deep nesting', 'GetPolicy', '['.repeat(1e6), 'SerializationException'],
    ['a number as ARN', 'GetPolicy', '{"ResourceArn":1}', 'SerializationException'],
    ['an object as policy', 'PutPolicy', '{"ResourceArn":"arn:aws","Policy":{}}', 'SerializationException'],
    ['no member', 'PutPolicy', '{}', 'ValidationException'],
    ['an empty body', 'GetPolicy', '', 'ValidationException'],
    ['null as a member', 'GetPolicy', '{"ResourceArn":null}', 'ValidationException'],
    ['a missing policy', 'PutPolicy', '{"ResourceArn":"arn:aws"}', 'ValidationException'],
    ['a fraction', 'ListCertificateAuthorities', '{"MaxResults":1.5}', 'SerializationException'],
    ['an unknown choice', 'ListCertificateAuthorities', '{"ResourceOwner":"ME"}', 'ValidationException'],
    [
      'a nested member missing',
      'TagCertificateAuthority',
      '{"CertificateAuthorityArn":"a","Tags":[{}]}',
      'ValidationException',
    ],
    [
      'a pattern that does not fit',
      'CreateCertificateAuthority',
      '{"CertificateAuthorityType":"ROOT","CertificateAuthorityConfiguration":{"KeyAlgorithm":"RSA_2048","SigningAlgorithm":"SHA256WITHRSA","Subject":{"Country":"1!"}}}',
      'ValidationException',
    ],
    ['an empty list', 'TagCertificateAuthority', '{"CertificateAuthorityArn":"a","Tags":[]}', 'ValidationException'],
    ['no list', 'TagCertificateAuthority', '{"CertificateAuthorityArn":"a","Tags":{}}', 'SerializationException'],
    [
      'no base64',
      'ImportCertificateAuthorityCertificate',
      '{"CertificateAuthorityArn":"a","Certificate":"-"}',
      'SerializationException',
    ],
  ];
  test.each(forms)('for %s in %s', async (_form, operation, body, error) => {
    const { status, text } = await post(emulator.url, operation, body);
    expect([status, JSON.parse(text)]).toEqual([400, { __type: error, message: expect.any(String) }]);
  });

  test.each(['CreateCertificateAuthorityAuditReport', 'putPolicy', 'toString', '__proto__', ''])(
    'for the unknown operation "%s"',
    async (operation) => {
      const { status, text } = await post(emulator.url, operation, '{}');
      expect([status, JSON.parse(text)]).toMatchObject([404, { __type: 'UnknownOperationException' }]);
    },
  );

  test.each(['AmazonSSM.PutPolicy', 'PutPolicy', 'ACMPrivateCA'])('for the target %s', async (target) => {
    const { text } = await post(emulator.url, '', '{}', { 'x-amz-target': target });
    expect(JSON.parse(text)).toMatchObject({ __type: 'UnknownOperationException' });
  });

  test.each(['GET', 'PUT', 'DELETE'])('for the method %s', async (method) => {
    const response = await fetch(emulator.url, { method });
    expect(response.status).toBe(404);
    expect(response.headers.get('x-amzn-requestid')).toMatch(/./);
  });
});

describe('a large body', () => {
  test('of 10 MB is read', async () => {
    const body = `{"ResourceArn":"${arn}","Padding":"${'x'.repeat(10 * 1_024 * 1_024 - 200)}"}`;
    expect((await post(emulator.url, 'DeletePolicy', body)).status).toBe(200);
  });

  test('above 10 MB is refused', async () => {
    const { status, text } = await post(emulator.url, 'DeletePolicy', 'x'.repeat(10 * 1_024 * 1_024 + 1));
    expect([status, JSON.parse(text)]).toMatchObject([413, { __type: 'RequestEntityTooLargeException' }]);
  });
});

function askSts(action: string): Promise<Response> {
  return fetch(emulator.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: `Action=${action}&Version=2011-06-15`,
  });
}

describe('STS', () => {
  test('says who calls, who is not root', async () => {
    const response = await askSts('GetCallerIdentity');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/xml');
    expect(text).toContain(`<Account>${caller.account}</Account>`);
    expect(text).toContain(`<Arn>arn:aws:iam::${caller.account}:user/`);
  });

  test('has no other action, and escapes the input', async () => {
    const response = await askSts('%3Cb%3E');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>InvalidAction</Code><Message>Could not find operation &lt;b&gt;');
  });
});
