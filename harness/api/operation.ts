// The calls a client can make, as plain data: an operation can be generated, shrunk, sent to any target and replayed.
// Names and members are AWS's own, so that the body of a request is `input` and its target header is `kind`.
// Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/service-2.json

import type { PolicyOperationName } from '../catalogue/requirement.js';

export type CertificateAuthorityType = 'ROOT' | 'SUBORDINATE';

/** The states in which a CA can be (requirement ST-01). */
export type CertificateAuthorityStatus =
  'CREATING' | 'PENDING_CERTIFICATE' | 'ACTIVE' | 'DISABLED' | 'EXPIRED' | 'FAILED' | 'DELETED';

interface ForAuthority {
  readonly CertificateAuthorityArn: string;
}

/** The input of each operation that the suite uses. */
export interface OperationInputs {
  readonly PutPolicy: { readonly ResourceArn: string; readonly Policy: string };
  readonly GetPolicy: { readonly ResourceArn: string };
  readonly DeletePolicy: { readonly ResourceArn: string };
  readonly CreateCertificateAuthority: {
    readonly CertificateAuthorityType: CertificateAuthorityType;
    readonly CertificateAuthorityConfiguration: {
      readonly KeyAlgorithm: 'EC_prime256v1' | 'RSA_2048';
      readonly SigningAlgorithm: 'SHA256WITHECDSA' | 'SHA256WITHRSA';
      readonly Subject: { readonly CommonName: string };
    };
    readonly UsageMode: 'GENERAL_PURPOSE' | 'SHORT_LIVED_CERTIFICATE';
    readonly IdempotencyToken: string;
    readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
  };
  readonly DescribeCertificateAuthority: ForAuthority;
  readonly GetCertificateAuthorityCsr: ForAuthority;
  readonly IssueCertificate: ForAuthority & {
    readonly Csr: Uint8Array;
    readonly SigningAlgorithm: 'SHA256WITHECDSA' | 'SHA256WITHRSA';
    readonly TemplateArn: string;
    readonly Validity: { readonly Value: number; readonly Type: 'DAYS' };
  };
  readonly GetCertificate: ForAuthority & { readonly CertificateArn: string };
  readonly ImportCertificateAuthorityCertificate: ForAuthority & { readonly Certificate: Uint8Array };
  readonly UpdateCertificateAuthority: ForAuthority & { readonly Status: 'ACTIVE' | 'DISABLED' };
  /** The restoration window is 7 to 30 days. */
  readonly DeleteCertificateAuthority: ForAuthority & { readonly PermanentDeletionTimeInDays: number };
  readonly RestoreCertificateAuthority: ForAuthority;
}

export type OperationName = keyof OperationInputs;

/** An operation of one name: `OperationOf<'PutPolicy'>`. */
export type OperationOf<Name extends OperationName> = {
  [Each in Name]: { readonly kind: Each; readonly input: OperationInputs[Each] };
}[Name];

export type Operation = OperationOf<OperationName>;

/** One of the three operations under test. */
export type PolicyOperation = OperationOf<PolicyOperationName>;

export function isPolicyOperation(operation: Operation): operation is PolicyOperation {
  return operation.kind === 'PutPolicy' || operation.kind === 'GetPolicy' || operation.kind === 'DeletePolicy';
}
