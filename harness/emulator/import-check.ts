// Checks a certificate that is imported into a CA.
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_ImportCertificateAuthorityCertificate.html

import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Failure } from './failure.js';

export interface ImportedCertificate {
  readonly privateKey: string;
  readonly isRoot: boolean;
  readonly certificate: Uint8Array;
  /** The chain: each certificate signs the previous one, the root is last. */
  readonly chain: Uint8Array;
}

export function objectionToImport({
  privateKey,
  isRoot,
  certificate,
  chain,
}: ImportedCertificate): Failure | undefined {
  const [own, ...others] = readCertificates(certificate) ?? [];
  const above = readCertificates(chain);
  if (own === undefined || others.length > 0) return malformed('The certificate is not one certificate in PEM.');
  if (above === undefined) return malformed('The certificate chain is not a list of certificates in PEM.');
  if (!own.checkPrivateKey(createPrivateKey(privateKey))) {
    return mismatch('The public key of the certificate is not that of the certificate authority.');
  }
  if (!own.ca) return malformed('The certificate is not that of a CA: its basic constraints do not say so.');
  if (isRoot) {
    return isSignedBy(own, own) ? undefined : mismatch('Only a self-signed certificate can be imported as a root CA.');
  }
  if (isSignedBy(own, own)) return mismatch('A self-signed certificate cannot be imported as a subordinate CA.');
  const path = [own, ...above];
  const broken = path.some((each, index) => !isSignedBy(each, path[index + 1] ?? each));
  return broken ? mismatch('Each certificate of the chain must sign the one before it, the root CA last.') : undefined;
}

function isSignedBy(subject: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

/** The certificates in a PEM text; undefined if one is invalid, empty for an empty text. */
function readCertificates(bytes: Uint8Array): readonly X509Certificate[] | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 && text.trim() !== '') return undefined;
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return undefined;
  }
}

function malformed(message: string): Failure {
  return { error: 'MalformedCertificateException', status: 400, message };
}

function mismatch(message: string): Failure {
  return { error: 'CertificateMismatchException', status: 400, message };
}
