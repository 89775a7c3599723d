// The calls that a client can make, as plain data: an operation can be generated, shrunk, sent to any target and replayed.
// The names and members are those of AWS: `kind` is the target header of a request and `input` is its body.
// Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/service-2.json
// This folder holds the domain: operations, answers, cases, schedules, targets.

import type { PolicyOperationName } from '../catalogue/requirement.js';

export type CertificateAuthorityType = 'ROOT' | 'SUBORDINATE';

/** The states in which a CA can be (requirement ST-01). */
export type CertificateAuthorityStatus =
  'CREATING' | 'PENDING_CERTIFICATE' | 'ACTIVE' | 'DISABLED' | 'EXPIRED' | 'FAILED' | 'DELETED';

interface ForAuthority {
  readonly CertificateAuthorityArn: string;
}

export type KeyAlgorithm = 'RSA_2048' | 'RSA_3072' | 'RSA_4096' | 'EC_prime256v1' | 'EC_secp384r1' | 'EC_secp521r1';

export const signingAlgorithms = [
  'SHA256WITHECDSA',
  'SHA384WITHECDSA',
  'SHA512WITHECDSA',
  'SHA256WITHRSA',
  'SHA384WITHRSA',
  'SHA512WITHRSA',
] as const;

export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** The parts of an X.500 name, such as `CommonName` and `Organization`. */
export type Subject = Readonly<Record<string, unknown>>;

export interface AuthorityConfiguration {
  readonly KeyAlgorithm: KeyAlgorithm;
  readonly SigningAlgorithm: SigningAlgorithm;
  readonly Subject: Subject;
  readonly CsrExtensions?: Readonly<Record<string, unknown>>;
}

/** How a CA publishes revoked certificates; the reference service only stores and returns it. */
export type RevocationConfiguration = Readonly<Record<string, unknown>>;

export type UsageMode = 'GENERAL_PURPOSE' | 'SHORT_LIVED_CERTIFICATE';

export interface Tag {
  readonly Key: string;
  readonly Value?: string | undefined;
}

export interface Validity {
  readonly Value: number;
  readonly Type: 'END_DATE' | 'ABSOLUTE' | 'DAYS' | 'MONTHS' | 'YEARS';
}

interface Page {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

interface PermissionKey {
  readonly Principal: string;
  readonly SourceAccount?: string;
}

/** The input of each operation that the reference service answers. */
export interface OperationInputs {
  readonly PutPolicy: { readonly ResourceArn: string; readonly Policy: string };
  readonly GetPolicy: { readonly ResourceArn: string };
  readonly DeletePolicy: { readonly ResourceArn: string };
  readonly CreateCertificateAuthority: {
    readonly CertificateAuthorityType: CertificateAuthorityType;
    readonly CertificateAuthorityConfiguration: AuthorityConfiguration;
    readonly RevocationConfiguration?: RevocationConfiguration;
    readonly KeyStorageSecurityStandard?: string;
    readonly UsageMode?: UsageMode;
    readonly IdempotencyToken?: string | undefined;
    readonly Tags?: readonly Tag[];
  };
  readonly DescribeCertificateAuthority: ForAuthority;
  readonly ListCertificateAuthorities: Page & { readonly ResourceOwner?: 'SELF' | 'OTHER_ACCOUNTS' | undefined };
  readonly GetCertificateAuthorityCsr: ForAuthority;
  readonly IssueCertificate: ForAuthority & {
    readonly Csr: Uint8Array;
    readonly SigningAlgorithm: SigningAlgorithm;
    /** By default `EndEntityCertificate/V1`. */
    readonly TemplateArn?: string | undefined;
    readonly Validity: Validity;
    readonly ValidityNotBefore?: Validity;
    readonly IdempotencyToken?: string | undefined;
    readonly ApiPassthrough?: Readonly<Record<string, unknown>>;
  };
  readonly GetCertificate: ForAuthority & { readonly CertificateArn: string };
  readonly ImportCertificateAuthorityCertificate: ForAuthority & {
    readonly Certificate: Uint8Array;
    readonly CertificateChain?: Uint8Array;
  };
  readonly GetCertificateAuthorityCertificate: ForAuthority;
  readonly RevokeCertificate: ForAuthority & {
    /** Hexadecimal, with or without colons. */
    readonly CertificateSerial: string;
    readonly RevocationReason: string;
  };
  readonly UpdateCertificateAuthority: ForAuthority & {
    readonly Status?: CertificateAuthorityStatus;
    readonly RevocationConfiguration?: RevocationConfiguration;
  };
  /** The restoration period is 7 to 30 days, by default 30 (ST-02). */
  readonly DeleteCertificateAuthority: ForAuthority & { readonly PermanentDeletionTimeInDays?: number };
  readonly RestoreCertificateAuthority: ForAuthority;
  readonly CreatePermission: ForAuthority & PermissionKey & { readonly Actions: readonly string[] };
  readonly DeletePermission: ForAuthority & PermissionKey;
  readonly ListPermissions: ForAuthority & Page;
  readonly ListTags: ForAuthority & Page;
  readonly TagCertificateAuthority: ForAuthority & { readonly Tags: readonly Tag[] };
  readonly UntagCertificateAuthority: ForAuthority & { readonly Tags: readonly Tag[] };
}

export type OperationName = keyof OperationInputs;

/** The operation with a name: `OperationOf<'PutPolicy'>`. */
export type OperationOf<Name extends OperationName> = {
  [Each in Name]: { readonly kind: Each; readonly input: OperationInputs[Each] };
}[Name];

export type Operation = OperationOf<OperationName>;

/** One of the three operations under test. */
export type PolicyOperation = OperationOf<PolicyOperationName>;

export function isPolicyOperation(operation: Operation): operation is PolicyOperation {
  return operation.kind === 'PutPolicy' || operation.kind === 'GetPolicy' || operation.kind === 'DeletePolicy';
}
