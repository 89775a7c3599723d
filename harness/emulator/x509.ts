// Creates and reads certificate signing requests and certificates with `@peculiar/x509`, which is loaded on first use.

import { webcrypto } from 'node:crypto';
import type * as X509 from '@peculiar/x509';
import type { Extension, JsonGeneralNames, JsonName, Pkcs10CertificateRequest } from '@peculiar/x509';
import type { AuthorityConfiguration, SigningAlgorithm, Subject } from '../api/operation.js';
import type { CertificateTemplate } from './certificate-template.js';
import { importKeyPair, signatureOf } from './key-pair.js';

type Library = typeof X509;

async function loadLibrary(): Promise<Library> {
  // The library requires it to be loaded first.
  await import('reflect-metadata');
  const library = await import('@peculiar/x509');
  library.cryptoProvider.set(webcrypto);
  return library;
}

/** The certificate signing request of a CA, in PEM. */
export async function createCsr(
  privateKey: string,
  { SigningAlgorithm: signing, Subject: subject }: AuthorityConfiguration,
): Promise<string> {
  const { Pkcs10CertificateRequestGenerator, BasicConstraintsExtension } = await loadLibrary();
  const csr = await Pkcs10CertificateRequestGenerator.create({
    name: nameOf(subject),
    keys: await importKeyPair(privateKey, signing),
    signingAlgorithm: signatureOf(signing),
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return withNewline(csr.toString('pem'));
}

/** Reads a PEM request; undefined if it is invalid or its signature does not prove possession of the key. */
export async function readCsr(bytes: Uint8Array): Promise<Pkcs10CertificateRequest | undefined> {
  const { Pkcs10CertificateRequest: Request } = await loadLibrary();
  const text = Buffer.from(bytes).toString('latin1');
  if (!/-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(text)) return undefined;
  try {
    const csr = new Request(text);
    return (await csr.verify()) ? csr : undefined;
  } catch {
    return undefined;
  }
}

export interface SigningOrder {
  readonly csr: Pkcs10CertificateRequest;
  readonly template: CertificateTemplate;
  readonly signing: SigningAlgorithm;
  /** The key of the CA that issues. */
  readonly privateKey: string;
  /** The certificate of the issuing CA; undefined if it signs its own. */
  readonly issuer: string | undefined;
  /** Hexadecimal. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** The parts of the call besides the request. */
  readonly subject: Subject | undefined;
  readonly alternativeNames: JsonGeneralNames;
}

/** The certificate in PEM. */
export async function signCertificate(order: SigningOrder): Promise<string> {
  const library = await loadLibrary();
  const { csr, signing, issuer } = order;
  const keys = await importKeyPair(order.privateKey, signing);
  const subject = order.subject === undefined ? csr.subjectName : nameOf(order.subject);
  const certificate = await library.X509CertificateGenerator.create({
    serialNumber: order.serial,
    subject,
    issuer: issuer === undefined ? subject : new library.X509Certificate(issuer).subjectName,
    notBefore: order.notBefore,
    notAfter: order.notAfter,
    signingAlgorithm: signatureOf(signing),
    publicKey: csr.publicKey,
    signingKey: keys.privateKey,
    extensions: await extensionsOf(library, order, keys.publicKey),
  });
  return withNewline(certificate.toString('pem'));
}

async function extensionsOf(
  library: Library,
  { csr, template, alternativeNames }: SigningOrder,
  issuerKey: webcrypto.CryptoKey,
): Promise<Extension[]> {
  const { KeyUsageFlags: usage, ExtendedKeyUsage } = library;
  const extensions: Extension[] = [
    new library.BasicConstraintsExtension(template.isAuthority, template.pathLength, template.isAuthority),
    await library.AuthorityKeyIdentifierExtension.create(issuerKey),
    await library.SubjectKeyIdentifierExtension.create(csr.publicKey),
  ];
  if (template.isAuthority) {
    const flags = usage.digitalSignature | usage.keyCertSign | usage.cRLSign;
    extensions.push(new library.KeyUsagesExtension(flags, true));
  } else if (!template.isBlank) {
    extensions.push(new library.KeyUsagesExtension(usage.digitalSignature | usage.keyEncipherment, true));
    const purposes = template.extendedUsages.map((each) => ExtendedKeyUsage[each]);
    extensions.push(new library.ExtendedKeyUsageExtension(purposes));
  }
  const requested = csr.extensions.find(({ type }) => type === '2.5.29.17');
  if (alternativeNames.length > 0) extensions.push(new library.SubjectAlternativeNameExtension(alternativeNames));
  else if (requested !== undefined) extensions.push(requested);
  return extensions;
}

/**
 * The attributes of an X.500 name by the members of `ASN1Subject`, in the order of writing.
 * Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_ASN1Subject.html
 */
const attributeTypes: Readonly<Record<string, string>> = {
  Country: 'C',
  State: 'ST',
  Locality: 'L',
  Organization: 'O',
  OrganizationalUnit: 'OU',
  DistinguishedNameQualifier: '2.5.4.46',
  Title: 'T',
  Surname: 'SN',
  GivenName: 'G',
  Initials: 'I',
  Pseudonym: '2.5.4.65',
  GenerationQualifier: '2.5.4.44',
  SerialNumber: '2.5.4.5',
  CommonName: 'CN',
};

function nameOf(subject: Subject): JsonName {
  const name = Object.entries(attributeTypes).flatMap(([member, type]) => {
    const value = subject[member];
    return typeof value === 'string' && value !== '' ? [{ [type]: [value] }] : [];
  });
  const custom = Array.isArray(subject['CustomAttributes']) ? (subject['CustomAttributes'] as unknown[]) : [];
  return [...name, ...custom.flatMap(customAttribute)];
}

function customAttribute(attribute: unknown): JsonName {
  if (typeof attribute !== 'object' || attribute === null) return [];
  const { ObjectIdentifier: type, Value: value } = attribute as Readonly<Record<string, unknown>>;
  return typeof type === 'string' && typeof value === 'string' ? [{ [type]: [value] }] : [];
}

function withNewline(pem: string): string {
  return pem.endsWith('\n') ? pem : `${pem}\n`;
}
