// Every published policy shape, with tokens for the CA. One entry for each documented or observed policy, with the
// requirement by which a service has to accept it.

import type { RequirementId } from '../harness/catalogue/index.js';

/** A policy document as plain JSON; the order of its members is kept. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal: string | Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface TemplateParts {
  /** 12 digits, or the token of a known account. */
  readonly grantee: string;
  /** The two Sids. */
  readonly sids: readonly [string, string];
  /** `o-` and 10 to 32 lower-case letters or digits, or the token of a known organization. */
  readonly organization: string;
  readonly share: string;
  readonly proxy: string;
}

export interface PolicyTemplate {
  /** `<grantee>/<where it was published>`. */
  readonly id: string;
  readonly requirement: RequirementId;
  readonly source: string;
  readonly document: (parts: TemplateParts) => PolicyDocument;
  /**
   * The same policy without what the requirement is about. It has to be accepted, otherwise a rejection says nothing about
   * the requirement. Absent for the simplest policy.
   */
  readonly control?: ((parts: TemplateParts) => PolicyDocument) | undefined;
}

const read = [
  'acm-pca:DescribeCertificateAuthority',
  'acm-pca:GetCertificate',
  'acm-pca:GetCertificateAuthorityCertificate',
  'acm-pca:ListPermissions',
  'acm-pca:ListTags',
];
const readInProxyOrder = [
  'acm-pca:GetCertificate',
  'acm-pca:DescribeCertificateAuthority',
  'acm-pca:GetCertificateAuthorityCertificate',
  'acm-pca:ListTags',
  'acm-pca:ListPermissions',
];
const issue = 'acm-pca:IssueCertificate';
const resource = '{{ca0.arn}}';
const owner = '{{ca0.account}}';

function template(name = 'EndEntityCertificate'): Record<string, string> {
  return { 'acm-pca:TemplateArn': `arn:{{ca0.partition}}:acm-pca:::template/${name}/V1` };
}

function accountShare(grantee: string, [readSid, issueSid]: readonly [string, string]): PolicyDocument {
  const Principal = { AWS: grantee };
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: readSid, Effect: 'Allow', Principal, Action: read, Resource: resource },
      {
        Sid: issueSid,
        Effect: 'Allow',
        Principal,
        Action: [issue],
        Resource: resource,
        Condition: { StringEquals: template() },
      },
    ],
  };
}

function organizationShare(
  organization: string,
  [issueSid, readSid]: readonly [string, string],
  issueEquals: Record<string, string>,
): PolicyDocument {
  const StringNotEquals = { 'aws:PrincipalAccount': owner };
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: issueSid,
        Effect: 'Allow',
        Principal: '*',
        Action: issue,
        Resource: resource,
        Condition: { StringEquals: issueEquals, StringNotEquals },
      },
      {
        Sid: readSid,
        Effect: 'Allow',
        Principal: '*',
        Action: read,
        Resource: resource,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organization }, StringNotEquals },
      },
    ],
  };
}

function generatedExternalShare({ grantee, share }: TemplateParts): PolicyDocument {
  return generatedShare(`${share}-external-principals`, { AWS: grantee });
}

/** The form in which RAM writes a share: the issue statement comes first, and both statements have the same Sid. */
function generatedShare(
  Sid: string,
  Principal: Readonly<Record<string, string>>,
  inside?: Readonly<Record<string, string>>,
): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid,
        Effect: 'Allow',
        Principal,
        Action: issue,
        Resource: resource,
        Condition: { StringEquals: { ...template(), ...inside } },
      },
      {
        Sid,
        Effect: 'Allow',
        Principal,
        Action: read,
        Resource: resource,
        ...(inside === undefined ? {} : { Condition: { StringEquals: inside } }),
      },
    ],
  };
}

function proxyShare({ proxy }: TemplateParts): PolicyDocument {
  const Principal = { Service: 'proxy.network-firewall.amazonaws.com' };
  const ArnEquals = {
    'aws:SourceArn': `arn:{{ca0.partition}}:network-firewall:{{ca0.region}}:{{ca0.account}}:proxy/${proxy}`,
  };
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal, Resource: resource, Action: readInProxyOrder, Condition: { ArnEquals } },
      {
        Effect: 'Allow',
        Principal,
        Action: [issue],
        Resource: resource,
        Condition: { StringEquals: template('SubordinateCACertificate_PathLen0'), ArnEquals },
      },
    ],
  };
}

function ownShareWithoutSids(): PolicyDocument {
  const { Statement, ...share } = accountShare(owner, ['1', '2']);
  return { ...share, Statement: Statement.map(({ Sid: _sid, ...statement }) => statement) };
}

const liveTest =
  'https://github.com/hashicorp/terraform-provider-aws/blob/03412d530417901a6e5360333350b8d3c802cece/internal/service/acmpca/policy_test.go';
const userGuide = 'https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html';
const olderGuide = 'https://github.com/awsdocs/aws-private-ca-user-guide/blob/da9a125/doc_source/pca-rbp.md';

/** In the form of RAM and the organization share: the issue statement first, with its action as a string. */
function ownShareIssuingFirst([issueSid, readSid]: readonly [string, string]): PolicyDocument {
  const Principal = { AWS: owner };
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: issueSid,
        Effect: 'Allow',
        Principal,
        Action: issue,
        Resource: resource,
        Condition: { StringEquals: template() },
      },
      { Sid: readSid, Effect: 'Allow', Principal, Action: read, Resource: resource },
    ],
  };
}

/** In the form of the share with the proxy: no Sids, and the actions in another order. */
function ownShareInProxyForm(): PolicyDocument {
  const Principal = { AWS: owner };
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal, Resource: resource, Action: readInProxyOrder },
      {
        Effect: 'Allow',
        Principal,
        Action: [issue],
        Resource: resource,
        Condition: { StringEquals: template() },
      },
    ],
  };
}

export const policyTemplates: readonly PolicyTemplate[] = [
  {
    id: 'template/account-share',
    requirement: 'POL-10',
    source: userGuide,
    document: ({ grantee, sids }) => accountShare(grantee, sids),
    control: ({ sids }) => accountShare(owner, sids),
  },
  {
    id: 'template/account-share-of-the-api-reference',
    requirement: 'POL-10',
    source: 'https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html',
    document: ({ grantee }) => accountShare(grantee, ['1', '2']),
    control: () => accountShare(owner, ['1', '2']),
  },
  {
    id: 'template/account-share-with-one-sid-twice',
    requirement: 'POL-10',
    source: olderGuide,
    document: ({ grantee, sids: [sid] }) => accountShare(grantee, [sid, sid]),
    control: ({ sids: [sid] }) => accountShare(owner, [sid, sid]),
  },
  {
    id: 'template/account-share-written-by-ram',
    requirement: 'POL-10',
    source: 'https://github.com/awsdocs/aws-private-ca-user-guide/blob/c5cdbe0/doc_source/PutPolicy.md',
    document: generatedExternalShare,
    control: ({ share }) => generatedShare(`${share}-external-principals`, { AWS: owner }),
  },
  {
    id: 'template/organization-share',
    requirement: 'POL-11',
    source: userGuide,
    document: ({ organization, sids }) =>
      organizationShare(organization, sids, { ...template(), 'aws:PrincipalOrgID': organization }),
    control: ({ sids }) => ownShareIssuingFirst(sids),
  },
  {
    id: 'template/organization-share-written-by-ram',
    requirement: 'POL-11',
    source: 'https://github.com/aws-solutions/account-assessment-for-aws-organizations',
    document: ({ organization, share }) =>
      organizationShare(organization, [`${share}-org`, `${share}-org`], {
        'aws:PrincipalOrgID': organization,
        ...template(),
      }),
    control: ({ share }) => ownShareIssuingFirst([`${share}-org`, `${share}-org`]),
  },
  {
    id: 'template/network-firewall-proxy-share',
    requirement: 'POL-13',
    source: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/proxy-pre-requisites.html',
    document: proxyShare,
    control: ownShareInProxyForm,
  },
  {
    id: 'template/own-account-share-with-one-sid-twice',
    requirement: 'POL-15',
    source: liveTest,
    document: () => accountShare(owner, ['1', '1']),
    control: () => accountShare(owner, ['1', '2']),
  },
  {
    id: 'template/own-account-share-with-any-sid-twice',
    requirement: 'POL-15',
    source: liveTest,
    document: ({ sids: [sid] }) => accountShare(owner, [sid, sid]),
    control: ({ sids }) => accountShare(owner, sids),
  },
  {
    id: 'template/own-account-share-in-the-form-of-ram',
    requirement: 'POL-16',
    source: 'https://github.com/awsdocs/aws-private-ca-user-guide/blob/c5cdbe0/doc_source/PutPolicy.md',
    document: ({ share }) => generatedShare(`${share}-external-principals`, { AWS: owner }),
    control: ({ sids: [sid] }) => generatedShare(sid, { AWS: owner }),
  },
  {
    id: 'template/own-account-share-with-organization-sids',
    requirement: 'POL-16',
    source: 'https://github.com/aws-solutions/account-assessment-for-aws-organizations',
    document: ({ share }) => accountShare(owner, [`${share}-read`, `${share}-org`]),
    control: ({ sids }) => accountShare(owner, sids),
  },
  {
    id: 'template/own-account-share-without-sids',
    requirement: 'POL-16',
    source: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/proxy-pre-requisites.html',
    document: ownShareWithoutSids,
    control: ({ sids }) => accountShare(owner, sids),
  },
  {
    id: 'template/own-account-share',
    requirement: 'POL-19',
    source: liveTest,
    document: () => accountShare(owner, ['1', '2']),
  },
];

/** The organization share of 2020 to 2023, which does not exclude the owner. */
function supersededOrganizationShare({ organization, sids: [sid] }: TemplateParts): PolicyDocument {
  const share = organizationShare(organization, [sid, sid], { ...template(), 'aws:PrincipalOrgID': organization });
  const withoutExclusion = share.Statement.map((statement) => {
    const { StringNotEquals: _excluded, ...Condition } = statement.Condition ?? {};
    return { ...statement, Condition };
  });
  return { ...share, Statement: withoutExclusion };
}

/** The policy that RAM writes for an account inside the organization, as observed on another service. */
function shareInsideOrganization({ grantee, organization, share }: TemplateParts): PolicyDocument {
  const root = { AWS: `arn:{{ca0.partition}}:iam::${grantee}:root` };
  return generatedShare(`${share}-org-principals`, root, { 'aws:PrincipalOrgID': organization });
}

/** Organizational units are documented as grantees without an example; this is IAM's condition for them. */
function unitShare({ organization, sids: [issueSid, readSid] }: TemplateParts): PolicyDocument {
  const below = {
    'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': [`${organization}/r-ab12/ou-ab12-11111111/*`] },
    StringNotEquals: { 'aws:PrincipalAccount': owner },
  };
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: issueSid,
        Effect: 'Allow',
        Principal: '*',
        Action: issue,
        Resource: resource,
        Condition: { StringEquals: template(), ...below },
      },
      { Sid: readSid, Effect: 'Allow', Principal: '*', Action: read, Resource: resource, Condition: below },
    ],
  };
}

/** A single statement without a Sid, from the documentation of a tool; never observed. */
function singleStatement({ grantee }: TemplateParts): PolicyDocument {
  const Principal = { AWS: `arn:{{ca0.partition}}:iam::${grantee}:root` };
  const Action = [
    'acm-pca:DescribeCertificateAuthority',
    'acm-pca:GetCertificate',
    'acm-pca:GetCertificateAuthorityCertificate',
    'acm-pca:IssueCertificate',
    'acm-pca:ListPermissions',
    'acm-pca:RevokeCertificate',
  ];
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action, Resource: resource }] };
}

/** Shapes derived from documentation or superseded: each may be accepted or rejected. */
export const derivedShapes: readonly PolicyTemplate[] = [
  {
    id: 'template/organization-share-until-2023',
    requirement: 'POL-12',
    source: olderGuide,
    document: supersededOrganizationShare,
  },
  {
    id: 'template/account-share-inside-an-organization',
    requirement: 'POL-42',
    source: 'https://github.com/aws-solutions/account-assessment-for-aws-organizations',
    document: shareInsideOrganization,
  },
  {
    id: 'template/organizational-unit-share',
    requirement: 'POL-42',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    document: unitShare,
  },
  {
    id: 'template/single-statement-share',
    requirement: 'POL-25',
    source:
      'https://github.com/alchemy-run/alchemy/blob/755710d5c77b8abe60d027b6d8ea54dfc0eaa7cc/packages/alchemy/src/AWS/ACMPCA/CertificateAuthorityPolicy.ts',
    document: singleStatement,
  },
];

/** The shape that the live service accepts and that names only the owner; flaws are inserted into it. */
export function ownAccountShare(sids: readonly [string, string]): PolicyDocument {
  return accountShare(owner, sids);
}

/** A policy that every conforming service accepts. */
export const acceptedPolicy = JSON.stringify(ownAccountShare(['1', '2']));
