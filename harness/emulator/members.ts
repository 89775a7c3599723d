// The members of each operation's input: names, types, and which are required.
// The service itself judges the values of policies and ARNs.
// Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/service-2.json

import { signingAlgorithms, type OperationName } from '../api/operation.js';

export type Shape =
  | {
      readonly type: 'string';
      readonly among?: readonly string[];
      readonly length?: readonly [min: number, max: number];
      readonly pattern?: RegExp;
    }
  | { readonly type: 'integer'; readonly min?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'blob'; readonly length: readonly [min: number, max: number] }
  | { readonly type: 'list'; readonly of: Shape; readonly length: readonly [min: number, max: number] }
  /** Members without an entry are ignored. */
  | { readonly type: 'structure'; readonly members: Members }
  /** An object that is kept unchanged. */
  | { readonly type: 'document' };

/** A name with an exclamation mark is a required member. */
export type Members = Readonly<Record<string, Shape>>;

interface OperationShape {
  readonly members: Members;
  /** Whether a successful answer has a body (WIRE-02, WIRE-04). */
  readonly hasOutput: boolean;
}

const text: Shape = { type: 'string' };
const flag: Shape = { type: 'boolean' };
const whole: Shape = { type: 'integer' };
const document: Shape = { type: 'document' };
const token: Shape = { type: 'string', length: [1, 36] };
const oneOf = (...among: string[]): Shape => ({ type: 'string', among });
const upTo = (max: number): Shape => ({ type: 'string', length: [0, max] });

const objectIdentifier: Shape = { type: 'string', length: [0, 64], pattern: /^[0-2]\.[0-3]?[0-9](\.[0-9]+)*$/ };

const tags: Shape = {
  type: 'list',
  of: { type: 'structure', members: { 'Key!': text, Value: text } },
  length: [1, 50],
};

const subject: Shape = {
  type: 'structure',
  members: {
    Country: { type: 'string', length: [2, 2], pattern: /^[A-Za-z]*$/ },
    Organization: upTo(64),
    OrganizationalUnit: upTo(64),
    DistinguishedNameQualifier: upTo(64),
    State: upTo(128),
    CommonName: upTo(64),
    SerialNumber: upTo(64),
    Locality: upTo(128),
    Title: upTo(64),
    Surname: upTo(40),
    GivenName: upTo(16),
    Initials: upTo(5),
    Pseudonym: upTo(128),
    GenerationQualifier: upTo(3),
    CustomAttributes: {
      type: 'list',
      of: { type: 'structure', members: { 'ObjectIdentifier!': objectIdentifier, 'Value!': upTo(256) } },
      length: [1, 150],
    },
  },
};

const revocation: Shape = {
  type: 'structure',
  members: {
    CrlConfiguration: {
      type: 'structure',
      members: {
        'Enabled!': flag,
        ExpirationInDays: whole,
        CustomCname: upTo(253),
        S3BucketName: { type: 'string', length: [3, 255] },
        S3ObjectAcl: oneOf('PUBLIC_READ', 'BUCKET_OWNER_FULL_CONTROL'),
        CrlDistributionPointExtensionConfiguration: { type: 'structure', members: { 'OmitExtension!': flag } },
        CrlType: oneOf('COMPLETE', 'PARTITIONED'),
        CustomPath: upTo(253),
      },
    },
    OcspConfiguration: { type: 'structure', members: { 'Enabled!': flag, OcspCustomCname: upTo(253) } },
  },
};

const keyAlgorithm = oneOf('RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1');
const signingAlgorithm = oneOf(...signingAlgorithms);
const status = oneOf('CREATING', 'PENDING_CERTIFICATE', 'ACTIVE', 'DELETED', 'DISABLED', 'EXPIRED', 'FAILED');
const validity: Shape = {
  type: 'structure',
  members: { 'Value!': { type: 'integer', min: 1 }, 'Type!': oneOf('END_DATE', 'ABSOLUTE', 'DAYS', 'MONTHS', 'YEARS') },
};
const reason = oneOf(
  'UNSPECIFIED',
  'KEY_COMPROMISE',
  'CERTIFICATE_AUTHORITY_COMPROMISE',
  'AFFILIATION_CHANGED',
  'SUPERSEDED',
  'CESSATION_OF_OPERATION',
  'PRIVILEGE_WITHDRAWN',
  'A_A_COMPROMISE',
);

const authority: Members = { 'CertificateAuthorityArn!': text };
const page: Members = { MaxResults: whole, NextToken: text };
const permission: Members = {
  ...authority,
  'Principal!': upTo(128),
  SourceAccount: { type: 'string', length: [12, 12] },
};

const answers = (members: Members): OperationShape => ({ members, hasOutput: true });
const acknowledges = (members: Members): OperationShape => ({ members, hasOutput: false });

export const operationShapes: Readonly<Record<OperationName, OperationShape>> = {
  PutPolicy: acknowledges({ 'ResourceArn!': text, 'Policy!': text }),
  GetPolicy: answers({ 'ResourceArn!': text }),
  DeletePolicy: acknowledges({ 'ResourceArn!': text }),
  CreateCertificateAuthority: answers({
    'CertificateAuthorityConfiguration!': {
      type: 'structure',
      members: {
        'KeyAlgorithm!': keyAlgorithm,
        'SigningAlgorithm!': signingAlgorithm,
        'Subject!': subject,
        CsrExtensions: document,
      },
    },
    RevocationConfiguration: revocation,
    'CertificateAuthorityType!': oneOf('ROOT', 'SUBORDINATE'),
    IdempotencyToken: token,
    KeyStorageSecurityStandard: oneOf(
      'FIPS_140_2_LEVEL_2_OR_HIGHER',
      'FIPS_140_2_LEVEL_3_OR_HIGHER',
      'CCPC_LEVEL_1_OR_HIGHER',
    ),
    Tags: tags,
    UsageMode: oneOf('GENERAL_PURPOSE', 'SHORT_LIVED_CERTIFICATE'),
  }),
  DescribeCertificateAuthority: answers(authority),
  ListCertificateAuthorities: answers({ ...page, ResourceOwner: oneOf('SELF', 'OTHER_ACCOUNTS') }),
  GetCertificateAuthorityCsr: answers(authority),
  IssueCertificate: answers({
    ...authority,
    ApiPassthrough: { type: 'structure', members: { Extensions: document, Subject: subject } },
    'Csr!': { type: 'blob', length: [1, 32_768] },
    'SigningAlgorithm!': signingAlgorithm,
    TemplateArn: text,
    'Validity!': validity,
    ValidityNotBefore: validity,
    IdempotencyToken: token,
  }),
  GetCertificate: answers({ ...authority, 'CertificateArn!': text }),
  ImportCertificateAuthorityCertificate: acknowledges({
    ...authority,
    'Certificate!': { type: 'blob', length: [1, 32_768] },
    CertificateChain: { type: 'blob', length: [0, 2_097_152] },
  }),
  GetCertificateAuthorityCertificate: answers(authority),
  RevokeCertificate: acknowledges({ ...authority, 'CertificateSerial!': upTo(128), 'RevocationReason!': reason }),
  UpdateCertificateAuthority: acknowledges({ ...authority, RevocationConfiguration: revocation, Status: status }),
  DeleteCertificateAuthority: acknowledges({ ...authority, PermanentDeletionTimeInDays: whole }),
  RestoreCertificateAuthority: acknowledges(authority),
  CreatePermission: acknowledges({
    ...permission,
    'Actions!': {
      type: 'list',
      of: oneOf('IssueCertificate', 'GetCertificate', 'ListPermissions'),
      length: [1, 3],
    },
  }),
  DeletePermission: acknowledges(permission),
  ListPermissions: answers({ ...authority, ...page }),
  ListTags: answers({ ...authority, ...page }),
  TagCertificateAuthority: acknowledges({ ...authority, 'Tags!': tags }),
  UntagCertificateAuthority: acknowledges({ ...authority, 'Tags!': tags }),
};

/** Undefined if the name is not in the table. */
export function operationNamed(name: string): OperationName | undefined {
  return Object.hasOwn(operationShapes, name) ? (name as OperationName) : undefined;
}
