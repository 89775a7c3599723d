// Activation of a root CA: it signs and installs its own certificate.

import type { Operation, OperationInputs } from './operation.js';
import { parseAuthorityArn } from './resource-arn.js';

/** Sends an operation that has to succeed, and resolves with a member of its answer, if one is named; else rejects. */
export type Ask = (operation: Operation, member?: string) => Promise<string>;

/** Rejects as `ask` does. By default the certificate is valid for a week. */
export async function activateAuthority(
  arn: string,
  ask: Ask,
  validity: OperationInputs['IssueCertificate']['Validity'] = { Type: 'DAYS', Value: 7 },
): Promise<void> {
  const authority = { CertificateAuthorityArn: arn };
  const partition = parseAuthorityArn(arn)?.partition ?? 'aws';
  const csr = await ask({ kind: 'GetCertificateAuthorityCsr', input: authority }, 'Csr');
  const issue: Operation = {
    kind: 'IssueCertificate',
    input: {
      ...authority,
      Csr: Buffer.from(csr),
      SigningAlgorithm: 'SHA256WITHECDSA',
      TemplateArn: `arn:${partition}:acm-pca:::template/RootCACertificate/V1`,
      Validity: validity,
    },
  };
  const CertificateArn = await ask(issue, 'CertificateArn');
  const certificate = await ask({ kind: 'GetCertificate', input: { ...authority, CertificateArn } }, 'Certificate');
  await ask({
    kind: 'ImportCertificateAuthorityCertificate',
    input: { ...authority, Certificate: Buffer.from(certificate) },
  });
}
