// Functions that make the steps of cases about access: calls of any principal, and the grants that decide about them.

import type { AccessGuaranteeName, Step } from '../harness/api/case.js';
import type { Operation } from '../harness/api/operation.js';
import type { PrincipalName } from '../harness/api/principal.js';
import { caseBytes, sampleCsr } from '../harness/api/sample-csr.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import { arnToken } from './calls.js';
import type { PolicyDocument, TemplateParts } from './policy-templates.js';
import { shareOf, type ShareRow } from './share.js';

/** The calls that a policy can grant. */
export const shareableCalls = [
  'describe',
  'list-tags',
  'list-permissions',
  'authority-certificate',
  'issue',
  'certificate',
  'revoke',
] as const;

export type ShareableCall = (typeof shareableCalls)[number];

/** Those that need no certificate that was issued before. */
export const plainCalls = ['describe', 'list-tags', 'list-permissions', 'authority-certificate', 'issue'] as const;

/** The calls on a CA that no policy grants, apart from the three on policies; those that delete it come last. */
export const ownerCalls = [
  'read-csr',
  'import',
  'create-permission',
  'delete-permission',
  'tag',
  'untag',
  'disable',
  'restore',
  'delete',
] as const;

export type OwnerCall = (typeof ownerCalls)[number];

export const policyCalls = ['put-policy', 'get-policy', 'delete-policy'] as const;

export type AskedCall = ShareableCall | OwnerCall | (typeof policyCalls)[number];

export interface AskOptions {
  /** The place of the CA in the case; by default the first. */
  readonly ca?: number | undefined;
  /** The name and version of the template of an issued certificate; `EndEntityCertificate/V1` unless stated, null for none. */
  readonly template?: string | null | undefined;
  readonly guarantee?: AccessGuaranteeName | undefined;
  readonly requirement?: RequirementId | undefined;
}

/** A call of a principal, judged for whether it is let in. Without a name the owner of the CAs makes it. */
export function ask(
  role: Step['role'],
  as: PrincipalName | undefined,
  call: AskedCall,
  { guarantee = 'decided-by-policy', requirement, ...options }: AskOptions = {},
): Step {
  return {
    role,
    ...(as === undefined ? {} : { as }),
    operation: operationOf(call, options),
    guarantee,
    ...(requirement === undefined ? {} : { requirement }),
  };
}

/** The token of a template's ARN. */
export function templateArn(name: string): string {
  return `arn:{{ca0.partition}}:acm-pca:::template/${name}`;
}

function operationOf(call: AskedCall, { ca = 0, template }: AskOptions): Operation {
  const arn = arnToken(ca);
  const CertificateAuthorityArn = arn;
  const Principal = 'acm.amazonaws.com';
  const Tags = [{ Key: 'asked', Value: 'yes' }];
  switch (call) {
    case 'describe':
      return { kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn } };
    case 'list-tags':
      return { kind: 'ListTags', input: { CertificateAuthorityArn } };
    case 'list-permissions':
      return { kind: 'ListPermissions', input: { CertificateAuthorityArn } };
    case 'authority-certificate':
      return { kind: 'GetCertificateAuthorityCertificate', input: { CertificateAuthorityArn } };
    case 'certificate':
      return { kind: 'GetCertificate', input: { CertificateAuthorityArn, CertificateArn: '{{certificate0.arn}}' } };
    case 'revoke': {
      const input = { CertificateAuthorityArn, CertificateSerial: '{{certificate0.serial}}' };
      return { kind: 'RevokeCertificate', input: { ...input, RevocationReason: 'UNSPECIFIED' } };
    }
    case 'issue':
      return {
        kind: 'IssueCertificate',
        input: {
          CertificateAuthorityArn,
          Csr: sampleCsr,
          SigningAlgorithm: 'SHA256WITHECDSA',
          ...(template === null ? {} : { TemplateArn: templateArn(template ?? 'EndEntityCertificate/V1') }),
          Validity: { Value: 1, Type: 'DAYS' },
        },
      };
    case 'read-csr':
      return { kind: 'GetCertificateAuthorityCsr', input: { CertificateAuthorityArn } };
    case 'import': {
      const input = { CertificateAuthorityArn, Certificate: caseBytes('no certificate') };
      return { kind: 'ImportCertificateAuthorityCertificate', input };
    }
    case 'create-permission':
      return {
        kind: 'CreatePermission',
        input: {
          CertificateAuthorityArn,
          Principal,
          Actions: ['IssueCertificate', 'GetCertificate', 'ListPermissions'],
        },
      };
    case 'delete-permission':
      return { kind: 'DeletePermission', input: { CertificateAuthorityArn, Principal } };
    case 'tag':
      return { kind: 'TagCertificateAuthority', input: { CertificateAuthorityArn, Tags } };
    case 'untag':
      return { kind: 'UntagCertificateAuthority', input: { CertificateAuthorityArn, Tags } };
    case 'disable':
      return { kind: 'UpdateCertificateAuthority', input: { CertificateAuthorityArn, Status: 'DISABLED' } };
    case 'restore':
      return { kind: 'RestoreCertificateAuthority', input: { CertificateAuthorityArn } };
    case 'delete': {
      const input = { CertificateAuthorityArn, PermanentDeletionTimeInDays: 7 };
      return { kind: 'DeleteCertificateAuthority', input };
    }
    case 'put-policy': {
      const policy = shareOf(publishedRow, { ...examples, grantee: '{{third.account}}' });
      return { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: JSON.stringify(policy) } };
    }
    case 'get-policy':
      return { kind: 'GetPolicy', input: { ResourceArn: arn } };
    case 'delete-policy':
      return { kind: 'DeletePolicy', input: { ResourceArn: arn } };
    default:
      return call satisfies never;
  }
}

/** The published share with another account. */
export const publishedRow: ShareRow = {
  principal: 'other-account',
  template: 'published',
  order: 'read-first',
  actions: 'list',
  sids: 'two-sids',
};

const examples: TemplateParts = {
  grantee: '{{grantee.account}}',
  sids: ['1', '2'],
  organization: '{{grantee.organization}}',
  share: 'share',
  proxy: 'proxy',
};

/** The published share with an account, by its token. */
export function grantTo(account: string, parts: TemplateParts = examples): PolicyDocument {
  return shareOf(publishedRow, { ...parts, grantee: account });
}

/** The same document with other statements. */
export function withStatements(
  document: PolicyDocument,
  change: (statement: PolicyDocument['Statement'][number], index: number) => PolicyDocument['Statement'][number],
): PolicyDocument {
  return { ...document, Statement: document.Statement.map((statement, index) => change(statement, index)) };
}

/** The same document for another template of the statement that grants IssueCertificate. */
export function withTemplate(document: PolicyDocument, name: string): PolicyDocument {
  const text = JSON.stringify(document);
  return JSON.parse(text.replaceAll('template/EndEntityCertificate/V1', `template/${name}`)) as PolicyDocument;
}

/** The same text for the n-th CA of a case. */
export function onAuthority(text: string, ca: number): string {
  return text.replaceAll('{{ca0.', `{{ca${ca}.`);
}
