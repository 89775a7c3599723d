// Real requests and certificates: Node.js verifies them, and openssl if it is installed.

import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeyAlgorithm, OperationInputs, SigningAlgorithm } from '../api/operation.js';
import { answerOf } from '../api/outcome.js';
import { createAuthority, startReference, type TestEmulator } from './testing/reference-emulator.js';

const openssl = 'openssl';
const hasOpenssl = spawnSync(openssl, ['version']).status === 0;
let emulator: TestEmulator;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pca-conformance-certificates-'));
  emulator = await startReference();
});

afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function csrOf(arn: string): Promise<string> {
  return String((await emulator.output('GetCertificateAuthorityCsr', { CertificateAuthorityArn: arn }))['Csr']);
}

type Order = Partial<OperationInputs['IssueCertificate']>;

function order(arn: string, csr: string, overrides: Order = {}): OperationInputs['IssueCertificate'] {
  return {
    CertificateAuthorityArn: arn,
    Csr: Buffer.from(csr),
    SigningAlgorithm: 'SHA256WITHECDSA',
    Validity: { Type: 'DAYS', Value: 30 },
    ...overrides,
  };
}

async function issue(arn: string, csr: string, overrides: Order = {}): Promise<{ pem: string; chain: string }> {
  const { CertificateArn } = await emulator.output('IssueCertificate', order(arn, csr, overrides));
  const output = await emulator.output('GetCertificate', {
    CertificateAuthorityArn: arn,
    CertificateArn: String(CertificateArn),
  });
  const { Certificate: pem, CertificateChain: chain = '' } = output;
  return { pem: String(pem), chain: String(chain) };
}

const rootTemplate = 'arn:aws:acm-pca:::template/RootCACertificate/V1';
const subordinateTemplate = 'arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1';

async function activeRoot(overrides = {}, signing: SigningAlgorithm = 'SHA256WITHECDSA'): Promise<string> {
  const arn = await createAuthority(emulator, overrides);
  const validity = { Type: 'YEARS', Value: 1 } as const;
  const { pem } = await issue(arn, await csrOf(arn), {
    TemplateArn: rootTemplate,
    SigningAlgorithm: signing,
    Validity: validity,
  });
  await emulator.output('ImportCertificateAuthorityCertificate', {
    CertificateAuthorityArn: arn,
    Certificate: Buffer.from(pem),
  });
  return arn;
}

function configuration(keyAlgorithm: KeyAlgorithm, signing: SigningAlgorithm): Order | object {
  return {
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: keyAlgorithm,
      SigningAlgorithm: signing,
      Subject: { Country: 'DE', Organization: 'Prüfstand', CommonName: keyAlgorithm },
    },
  };
}

describe('a certificate signing request', () => {
  test.each([
    ['EC_prime256v1', 'SHA256WITHECDSA', 'ASN1 OID: prime256v1'],
    ['EC_secp384r1', 'SHA512WITHECDSA', 'ASN1 OID: secp384r1'],
    ['RSA_2048', 'SHA256WITHRSA', '(2048 bit)'],
    ['RSA_3072', 'SHA512WITHRSA', '(3072 bit)'],
  ] as const)('for %s signed with %s verifies', async (keyAlgorithm, signing, printed) => {
    const arn = await createAuthority(emulator, configuration(keyAlgorithm, signing));
    const csr = await csrOf(arn);
    expect(csr).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n/);
    expect(await csrOf(arn)).toBe(csr);
    if (!hasOpenssl) return;
    const text = execFileSync(
      openssl,
      ['req', '-verify', '-text', '-noout', '-nameopt', 'utf8', '-in', file('csr.pem', csr)],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(text).toContain(printed);
    expect(text).toContain('Prüfstand');
  });

  test('is created once, even for concurrent calls', async () => {
    const arn = await createAuthority(emulator);
    expect(new Set(await Promise.all(Array.from({ length: 8 }, () => csrOf(arn)))).size).toBe(1);
  });
});

describe('a chain from a root over a subordinate CA to an end entity', () => {
  test('verifies, and Describe returns the serial number and the dates', async () => {
    const root = await activeRoot(configuration('RSA_2048', 'SHA256WITHRSA'), 'SHA256WITHRSA');
    const sub = await createAuthority(emulator, { CertificateAuthorityType: 'SUBORDINATE' });
    const signed = await issue(root, await csrOf(sub), {
      TemplateArn: subordinateTemplate,
      SigningAlgorithm: 'SHA256WITHRSA',
    });
    await emulator.output('ImportCertificateAuthorityCertificate', {
      CertificateAuthorityArn: sub,
      Certificate: Buffer.from(signed.pem),
      CertificateChain: Buffer.from(signed.chain),
    });
    const installed = await emulator.output('GetCertificateAuthorityCertificate', { CertificateAuthorityArn: sub });
    expect(installed).toEqual({ Certificate: signed.pem, CertificateChain: signed.chain });
    const leaf = await issue(sub, await csrOf(await createAuthority(emulator)), {
      Validity: { Type: 'DAYS', Value: 5 },
    });
    expect(leaf.chain).toBe(`${signed.pem}\n${signed.chain}`);
    const certificate = new X509Certificate(leaf.pem);
    expect(certificate.ca).toBe(false);
    expect(certificate.checkIssued(new X509Certificate(signed.pem))).toBe(true);
    expect(Date.parse(certificate.validTo)).toBe(emulator.clock.nowMs + 5 * 86_400_000);
    const { CertificateAuthority: described } = await emulator.output('DescribeCertificateAuthority', {
      CertificateAuthorityArn: sub,
    });
    expect(described).toMatchObject({
      Status: 'ACTIVE',
      NotBefore: new Date(emulator.clock.nowMs - 3_600_000),
      NotAfter: new Date(emulator.clock.nowMs + 30 * 86_400_000),
      Serial: expect.stringMatching(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/),
    });
    if (!hasOpenssl) return;
    const paths = [file('root.pem', signed.chain), file('sub.pem', signed.pem), file('leaf.pem', leaf.pem)] as const;
    const at = String(emulator.clock.nowMs / 1_000);
    const args = [
      'verify',
      '-attime',
      at,
      '-purpose',
      'sslserver',
      '-CAfile',
      paths[0],
      '-untrusted',
      paths[1],
      paths[2],
    ];
    expect(execFileSync(openssl, args, { encoding: 'utf8' })).toContain('OK');
  });

  test('has the names of the call, if the template permits them', async () => {
    const root = await activeRoot();
    const { pem } = await issue(root, await csrOf(await createAuthority(emulator)), {
      TemplateArn: 'arn:aws:acm-pca:::template/EndEntityServerAuthCertificate_APIPassthrough/V1',
      ApiPassthrough: {
        Subject: { CommonName: 'other' },
        Extensions: { SubjectAlternativeNames: [{ DnsName: 'example.org' }] },
      },
    });
    const { subject, subjectAltName } = new X509Certificate(pem);
    expect([subject, subjectAltName]).toEqual(['CN=other', 'DNS:example.org']);
  });

  test('has one certificate for an idempotency token, also for concurrent calls', async () => {
    const root = await activeRoot();
    const csr = await csrOf(root);
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () =>
        emulator.output('IssueCertificate', order(root, csr, { IdempotencyToken: 'one' })),
      ),
    );
    expect(new Set(outputs.map((output) => output['CertificateArn'])).size).toBe(1);
  });
});

function addressOf(value: string): Order {
  return { ApiPassthrough: { Extensions: { SubjectAlternativeNames: [{ IpAddress: value }] } } };
}

describe('issuing is rejected', () => {
  test.each([
    ['a request that is none', { Csr: Buffer.from('nonsense') }, 'MalformedCSRException'],
    ['an unknown template', { TemplateArn: 'arn:aws:acm-pca:::template/Nothing/V1' }, 'InvalidArgsException'],
    ['the other family', { SigningAlgorithm: 'SHA256WITHRSA' }, 'InvalidArgsException'],
    ['a validity beyond the CA', { Validity: { Type: 'YEARS', Value: 2 } }, 'ValidationException'],
    ['a validity in the past', { Validity: { Type: 'ABSOLUTE', Value: 1 } }, 'ValidationException'],
    ['a year beyond 9999', { Validity: { Type: 'YEARS', Value: 9_000 } }, 'ValidationException'],
    ['an address that is none', addressOf('300.0.0.1'), 'InvalidArgsException'],
    ['a date that is none', { Validity: { Type: 'END_DATE', Value: 99 } }, 'ValidationException'],
  ] as const)('for %s', async (_what, overrides, expected) => {
    const root = await activeRoot();
    expect(answerOf(await emulator.call('IssueCertificate', order(root, await csrOf(root), overrides)))).toBe(expected);
  });

  test('for a request whose signature is wrong', async () => {
    const root = await activeRoot();
    const csr = (await csrOf(root)).replace(/....(?==*\n-----END)/, 'AAAA');
    expect(answerOf(await emulator.call('IssueCertificate', order(root, csr)))).toBe('MalformedCSRException');
  });

  test('for a root that would certify a foreign key', async () => {
    const [one, other] = [await createAuthority(emulator), await createAuthority(emulator)];
    const input = order(one, await csrOf(other), { TemplateArn: rootTemplate });
    expect(answerOf(await emulator.call('IssueCertificate', input))).toBe('MalformedCSRException');
  });

  test('for long validity in short-lived mode', async () => {
    const root = await activeRoot({ UsageMode: 'SHORT_LIVED_CERTIFICATE' });
    const csr = await csrOf(root);
    const days = async (value: number): Promise<string> =>
      answerOf(await emulator.call('IssueCertificate', order(root, csr, { Validity: { Type: 'DAYS', Value: value } })));
    expect([await days(7), await days(8)]).toEqual(['Success', 'InvalidArgsException']);
  });
});

async function importInto(arn: string, pem: string, chain?: string): Promise<string> {
  const outcome = await emulator.call('ImportCertificateAuthorityCertificate', {
    CertificateAuthorityArn: arn,
    Certificate: Buffer.from(pem),
    ...(chain === undefined ? {} : { CertificateChain: Buffer.from(chain) }),
  });
  const described = await emulator.output('DescribeCertificateAuthority', { CertificateAuthorityArn: arn });
  expect(described['CertificateAuthority']).toMatchObject({ Status: 'PENDING_CERTIFICATE' });
  return answerOf(outcome);
}

describe('importing is rejected, and the CA stays pending,', () => {
  test('for what is not one certificate', async () => {
    const arn = await createAuthority(emulator);
    expect(await importInto(arn, 'nonsense')).toBe('MalformedCertificateException');
    expect(await importInto(arn, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')).toBe(
      'MalformedCertificateException',
    );
  });

  test('for a certificate of another key', async () => {
    const other = await activeRoot();
    const { Certificate: pem } = await emulator.output('GetCertificateAuthorityCertificate', {
      CertificateAuthorityArn: other,
    });
    expect(await importInto(await createAuthority(emulator), String(pem))).toBe('CertificateMismatchException');
  });

  test('for a certificate that is not of a CA, a wrong chain or none', async () => {
    const [root, stranger] = [await activeRoot(), await activeRoot()];
    const sub = await createAuthority(emulator, { CertificateAuthorityType: 'SUBORDINATE' });
    const csr = await csrOf(sub);
    const leaf = await issue(root, csr);
    const signed = await issue(root, csr, { TemplateArn: subordinateTemplate });
    const foreign = await issue(stranger, csr, { TemplateArn: subordinateTemplate });
    expect(await importInto(sub, leaf.pem, leaf.chain)).toBe('MalformedCertificateException');
    expect(await importInto(sub, signed.pem)).toBe('MalformedCertificateException');
    expect(await importInto(sub, signed.pem, foreign.chain)).toBe('CertificateMismatchException');
    expect(await importInto(sub, signed.pem, 'nonsense')).toBe('MalformedCertificateException');
  });
});
