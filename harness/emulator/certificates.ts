// Real keys and certificates for a service that only decides which calls succeed: the placeholders in its answers are
// replaced by requests and certificates that verify. Keys are created on first use.

import { createHash, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { JsonGeneralNames } from '@peculiar/x509';
import type { AuthorityConfiguration, Operation, OperationInputs, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Output } from '../api/outcome.js';
import { readTemplate } from './certificate-template.js';
import type { Failure } from './failure.js';
import { objectionToImport } from './import-check.js';
import { generatePrivateKey } from './key-pair.js';
import type { AuthorityRecord, KeyStore } from './key-store.js';
import { momentOf, startOf } from './validity.js';
import { createCsr, readCsr, signCertificate } from './x509.js';

/** The answer that the service would give now, without any change. */
export type Peek = (operation: Operation) => Outcome;

export interface Certificates {
  concerns(operation: Operation): boolean;
  /** Why an operation that the service accepts has to fail. */
  objectionTo(operation: Operation, peek: Peek): Promise<Failure | undefined>;
  /** The answer of the service with real requests and certificates. */
  complete(operation: Operation, output: Output, peek: Peek): Promise<Output>;
}

export interface CertificatesOptions {
  readonly store: KeyStore;
  readonly nowMs: () => number;
  readonly onChange: () => void;
}

const concerned: readonly OperationName[] = [
  'DescribeCertificateAuthority',
  'ListCertificateAuthorities',
  'GetCertificateAuthorityCsr',
  'IssueCertificate',
  'GetCertificate',
  'ImportCertificateAuthorityCertificate',
  'GetCertificateAuthorityCertificate',
];

export function createCertificates({ store, nowMs, onChange }: CertificatesOptions): Certificates {
  const authorityOf = createAuthorityRecords(store, onChange);
  const issuing = new Map<string, Promise<void>>();
  const issue = async (arn: string, input: OperationInputs['IssueCertificate'], peek: Peek): Promise<void> => {
    const authority = await authorityOf(input.CertificateAuthorityArn, peek);
    store.certificates.set(arn, await issueFrom(authority, arn, input, new Date(nowMs())));
    onChange();
  };
  return {
    concerns: ({ kind }) => concerned.includes(kind),
    async objectionTo(operation, peek) {
      if (operation.kind === 'IssueCertificate') {
        const record = await authorityOf(operation.input.CertificateAuthorityArn, peek);
        return objectionToIssue(record, operation.input, new Date(nowMs()));
      }
      if (operation.kind !== 'ImportCertificateAuthorityCertificate') return undefined;
      const { CertificateAuthorityArn: arn, Certificate: certificate, CertificateChain } = operation.input;
      const { privateKey } = await authorityOf(arn, peek);
      const isRoot = describe(arn, peek)['Type'] === 'ROOT';
      return objectionToImport({ privateKey, isRoot, certificate, chain: CertificateChain ?? new Uint8Array() });
    },
    async complete(operation, output, peek) {
      switch (operation.kind) {
        case 'DescribeCertificateAuthority':
          return { CertificateAuthority: withDates(store, output['CertificateAuthority']) };
        case 'ListCertificateAuthorities': {
          const listed = output['CertificateAuthorities'];
          if (!Array.isArray(listed)) return output;
          return { ...output, CertificateAuthorities: listed.map((each) => withDates(store, each)) };
        }
        case 'GetCertificateAuthorityCsr':
          return { Csr: (await authorityOf(operation.input.CertificateAuthorityArn, peek)).csr };
        case 'IssueCertificate': {
          const arn = String(output['CertificateArn']);
          // A repeated idempotency token names a certificate that exists or is being created.
          if (!store.certificates.has(arn)) {
            if (!issuing.has(arn))
              issuing.set(
                arn,
                issue(arn, operation.input, peek).finally(() => issuing.delete(arn)),
              );
            await issuing.get(arn);
          }
          return output;
        }
        case 'GetCertificate':
          await issuing.get(operation.input.CertificateArn);
          return answerWith(store.certificates.get(operation.input.CertificateArn), output);
        case 'ImportCertificateAuthorityCertificate': {
          const { CertificateAuthorityArn: arn, Certificate: certificate, CertificateChain: chain } = operation.input;
          const record = await authorityOf(arn, peek);
          store.authorities.set(arn, { ...record, certificate: utf8Of(certificate), chain: utf8Of(chain) });
          onChange();
          return output;
        }
        case 'GetCertificateAuthorityCertificate':
          return answerWith(store.authorities.get(operation.input.CertificateAuthorityArn), output);
        default:
          return output;
      }
    },
  };
}

/** The record of a CA, created with its key and request on first use, once for concurrent calls. */
function createAuthorityRecords(
  store: KeyStore,
  onChange: () => void,
): (arn: string, peek: Peek) => Promise<AuthorityRecord> {
  const making = new Map<string, Promise<AuthorityRecord>>();
  const make = async (arn: string, peek: Peek): Promise<AuthorityRecord> => {
    const configuration = configurationOf(arn, peek);
    const privateKey = await generatePrivateKey(configuration.KeyAlgorithm);
    const record = { privateKey, csr: await createCsr(privateKey, configuration) };
    store.authorities.set(arn, record);
    onChange();
    return record;
  };
  return async (arn, peek) => {
    const known = store.authorities.get(arn);
    if (known !== undefined) return known;
    const started = making.get(arn) ?? make(arn, peek).finally(() => making.delete(arn));
    making.set(arn, started);
    return started;
  };
}

function describe(arn: string, peek: Peek): Output {
  const outcome = peek({ kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } });
  const description = outcome.kind === 'success' ? outcome.output['CertificateAuthority'] : undefined;
  return typeof description === 'object' && description !== null ? (description as Output) : {};
}

/** A service without a configuration gets an elliptic curve key, which is the fastest to create. */
function configurationOf(arn: string, peek: Peek): AuthorityConfiguration {
  const configuration = describe(arn, peek)['CertificateAuthorityConfiguration'];
  const fallback: AuthorityConfiguration = {
    KeyAlgorithm: 'EC_prime256v1',
    SigningAlgorithm: 'SHA256WITHECDSA',
    Subject: { CommonName: 'pca-conformance' },
  };
  return { ...fallback, ...(configuration as Partial<AuthorityConfiguration> | undefined) };
}

async function objectionToIssue(
  authority: AuthorityRecord,
  input: OperationInputs['IssueCertificate'],
  now: Date,
): Promise<Failure | undefined> {
  const template = readTemplate(input.TemplateArn);
  if (template === undefined) return refuse('InvalidArgsException', `There is no template ${input.TemplateArn ?? ''}.`);
  const csr = await readCsr(input.Csr);
  if (csr === undefined) return refuse('MalformedCSRException', 'The certificate signing request is invalid.');
  if (template.isRoot && csr.toString('pem').trim() !== authority.csr.trim()) {
    return refuse('MalformedCSRException', 'A root CA signs only its own certificate signing request.');
  }
  const names = alternativeNamesOf(input.ApiPassthrough?.['Extensions']);
  const wrongName = names.find(({ type, value }) => type === 'ip' && isIP(value) === 0);
  if (wrongName !== undefined) return refuse('InvalidArgsException', `${wrongName.value} is not an IP address.`);
  const notAfter = momentOf(input.Validity, now);
  const notBefore = startOf(input.ValidityNotBefore, now);
  if (notAfter === undefined || notBefore === undefined || notAfter <= now || notBefore >= notAfter) {
    return refuse('ValidationException', 'The certificate validity does not end after it begins.');
  }
  const issuer = authority.certificate === undefined ? undefined : new X509Certificate(authority.certificate);
  if (!template.isRoot && issuer !== undefined && notAfter.getTime() > Date.parse(issuer.validTo)) {
    return refuse(
      'ValidationException',
      'The certificate validity specified exceeds the certificate authority validity',
    );
  }
  return undefined;
}

function refuse(error: string, message: string): Failure {
  return { error, status: 400, message };
}

async function issueFrom(
  { privateKey, certificate, chain }: AuthorityRecord,
  arn: string,
  input: OperationInputs['IssueCertificate'],
  now: Date,
): Promise<{ certificate: string; chain: string | undefined }> {
  const template = readTemplate(input.TemplateArn);
  const csr = await readCsr(input.Csr);
  const notAfter = momentOf(input.Validity, now);
  const notBefore = startOf(input.ValidityNotBefore, now);
  if (template === undefined || csr === undefined || notAfter === undefined || notBefore === undefined) {
    throw new Error('A certificate was ordered that had not been checked.');
  }
  const issuer = template.isRoot ? undefined : certificate;
  const given = template.takesApiValues ? input.ApiPassthrough : undefined;
  const signed = await signCertificate({
    csr,
    template,
    privateKey,
    issuer,
    signing: input.SigningAlgorithm,
    serial: serialOf(arn),
    notBefore,
    notAfter,
    subject: given?.['Subject'] as Readonly<Record<string, unknown>> | undefined,
    alternativeNames: alternativeNamesOf(given?.['Extensions']),
  });
  return { certificate: signed, chain: issuer === undefined ? undefined : `${issuer}${chain ?? ''}` };
}

/** The serial number at the end of a certificate's ARN, otherwise a number derived from the ARN. */
function serialOf(arn: string): string {
  const end = arn.slice(arn.lastIndexOf('/') + 1);
  return /^[0-7][0-9a-f]{1,39}$/.test(end) ? end : `5${createHash('sha256').update(arn).digest('hex').slice(0, 31)}`;
}

/** The DNS names, IP addresses and e-mail addresses; other forms are left out. */
function alternativeNamesOf(extensions: unknown): JsonGeneralNames {
  const names: unknown = (extensions as Readonly<Record<string, unknown>> | undefined)?.['SubjectAlternativeNames'];
  if (!Array.isArray(names)) return [];
  const kinds = { DnsName: 'dns', IpAddress: 'ip', Rfc822Name: 'email', UniformResourceIdentifier: 'url' } as const;
  return names.flatMap((name: Readonly<Record<string, unknown>>) =>
    Object.entries(kinds).flatMap(([member, type]) => {
      const value = name[member];
      return typeof value === 'string' ? [{ type, value }] : [];
    }),
  );
}

/** The certificate of a record, which replaces the placeholder of the service. */
function answerWith(
  record: { readonly certificate?: string | undefined; readonly chain?: string | undefined } | undefined,
  output: Output,
): Output {
  if (record?.certificate === undefined) return output;
  const chain = record.chain ?? '';
  return {
    ...output,
    Certificate: record.certificate.trimEnd(),
    ...(chain === '' ? {} : { CertificateChain: chain.trimEnd() }),
  };
}

function withDates(store: KeyStore, description: unknown): unknown {
  if (typeof description !== 'object' || description === null || !('Arn' in description)) return description;
  const pem = store.authorities.get(String(description.Arn))?.certificate;
  if (pem === undefined) return description;
  const { serialNumber, validFrom, validTo } = new X509Certificate(pem);
  const serial = serialNumber.toLowerCase().replaceAll(/(..)(?=.)/g, '$1:');
  return { ...description, Serial: serial, NotBefore: new Date(validFrom), NotAfter: new Date(validTo) };
}

function utf8Of(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.length === 0) return undefined;
  const text = Buffer.from(bytes).toString('latin1');
  return text.endsWith('\n') ? text : `${text}\n`;
}
