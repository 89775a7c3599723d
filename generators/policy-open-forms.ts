// The table of forms on which the evidence is silent or divided: each differs from an accepted policy in one thing, and
// may be accepted or refused. Whatever the answer, it must be one of these, mean what it says, and stay the same.
//
// Sources: https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html,
// https://docs.aws.amazon.com/privateca/latest/userguide/pca-cmp.html,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

import type { RequirementId } from '../harness/catalogue/index.js';
import type { Answers, Draft, PlantedPolicy, PolicyFlaw } from './flaw.js';
import { inDocument, renamed, withElement } from './planting.js';

const acceptedRather: Answers = ['Success', 'InvalidPolicyException'];
const refusedRather: Answers = ['InvalidPolicyException', 'Success'];
const duplicateKey: Answers = ['InvalidPolicyException', 'ValidationException', 'Success'];

const read = 0;
const issue = 1;

function element(
  [requirement, id]: readonly [RequirementId, string],
  summary: string,
  [name, value]: readonly [string, unknown],
  acceptable: Answers = acceptedRather,
): PolicyFlaw {
  return withElement({ id: `policy/${id}`, summary, requirement, acceptable }, name, value);
}

/** A change of one of the two statements, or of the document around them. */
function form(
  [requirement, id]: readonly [RequirementId, string],
  summary: string,
  change: (statements: Draft[], draft: Draft) => void,
  acceptable: Answers = acceptedRather,
): PolicyFlaw {
  return inDocument({ id: `policy/${id}`, summary, requirement, acceptable }, ({ statements, draft }) =>
    change(statements, draft),
  );
}

/** A change of the condition of the issue statement. */
function condition(
  label: readonly [RequirementId, string],
  summary: string,
  block: (template: string) => unknown,
  acceptable: Answers = acceptedRather,
): PolicyFlaw {
  const template = 'arn:{{ca0.partition}}:acm-pca:::template/EndEntityCertificate/V1';
  return form(label, summary, (statements) => set(statements, issue, 'Condition', block(template)), acceptable);
}

function principal(id: string, summary: string, value: unknown): PolicyFlaw {
  return element(['POL-33', id], summary, ['Principal', value]);
}

/** A text in which the first member of some name stands twice. */
function duplicated(id: string, summary: string, member: RegExp, twice: string): PolicyFlaw {
  return {
    id: `policy/${id}`,
    summary,
    requirement: 'POL-07',
    acceptable: duplicateKey,
    plant: ({ text }: PlantedPolicy) => text.replace(member, () => twice),
  };
}

function set(statements: Draft[], index: number, name: string, value: unknown): void {
  const statement = statements[index];
  if (statement !== undefined) statement[name] = value;
}

/** The issue statement with another certificate template. */
function otherTemplate(name: string, id: string, summary: string): PolicyFlaw {
  return condition(['POL-26', `template-${id}`], summary, () => ({
    StringEquals: { 'acm-pca:TemplateArn': `arn:{{ca0.partition}}:acm-pca:::template/${name}/V1` },
  }));
}

function templates(): readonly PolicyFlaw[] {
  return [
    otherTemplate(
      'EndEntityClientAuthCertificate',
      'client-auth',
      'The template is the one for client authentication.',
    ),
    otherTemplate(
      'EndEntityServerAuthCertificate',
      'server-auth',
      'The template is the one for server authentication.',
    ),
    otherTemplate(
      'BlankEndEntityCertificate_APIPassthrough',
      'api-passthrough',
      'The template takes names from the call.',
    ),
    otherTemplate(
      'BlankEndEntityCertificate_APICSRPassthrough',
      'csr-passthrough',
      'The template takes names from the CSR.',
    ),
    otherTemplate('SubordinateCACertificate_PathLen0', 'subordinate', 'The template is the one for a subordinate CA.'),
    otherTemplate('CodeSigningCertificate', 'code-signing', 'The template is none of the six that were listed.'),
  ];
}

export const policyOpenForms: readonly PolicyFlaw[] = [
  duplicated(
    'version-twice',
    'Version stands there twice.',
    /"Version":"2012-10-17"/,
    '"Version":"2012-10-17","Version":"2012-10-17"',
  ),
  duplicated('sid-twice', 'A Sid stands there twice.', /"Sid":/, '"Sid":"first","Sid":'),
  duplicated(
    'effect-twice',
    'Effect stands there twice, with two values.',
    /"Effect":"Allow"/,
    '"Effect":"Deny","Effect":"Allow"',
  ),

  form(['POL-25', 'read-alone'], 'Only the read statement is there.', (statements) => statements.splice(issue)),
  form(['POL-25', 'issue-alone'], 'Only the issue statement is there.', (statements) => statements.splice(read, 1)),
  form(['POL-25', 'one-read-action'], 'The read statement allows one action alone.', (statements) =>
    set(statements, read, 'Action', ['acm-pca:GetCertificate']),
  ),
  form(['POL-25', 'revoke-too'], 'The read statement also allows RevokeCertificate.', (statements) => {
    const actions = statements[read]?.['Action'];
    set(statements, read, 'Action', [actions, 'acm-pca:RevokeCertificate'].flat());
  }),
  form(['POL-25', 'two-grantees'], 'The two statements name two accounts.', (statements) =>
    set(statements, issue, 'Principal', { AWS: '444455556666' }),
  ),

  form(['POL-26', 'no-template'], 'The issue statement has no condition.', (statements) => {
    delete statements[issue]?.['Condition'];
  }),
  ...templates(),

  element(['POL-31', 'resource-everything'], 'Resource is a wildcard.', ['Resource', '*'], refusedRather),
  element(
    ['POL-31', 'resource-of-another-authority'],
    'Resource is another CA.',
    [
      'Resource',
      'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:certificate-authority/00000000-0000-0000-0000-000000000000',
    ],
    refusedRather,
  ),
  element(
    ['POL-34', 'principal-everybody'],
    'The principal is everybody, without a condition.',
    ['Principal', '*'],
    refusedRather,
  ),
  element(['POL-31', 'resource-array'], 'Resource is an array of one.', ['Resource', ['{{ca0.arn}}']], refusedRather),
  element(['POL-31', 'resource-missing'], 'Resource is missing.', ['Resource', undefined], refusedRather),
  element(
    ['POL-32', 'resource-certificate'],
    'Resource is a certificate of the CA.',
    ['Resource', '{{ca0.arn}}/certificate/0123456789abcdef0123456789abcdef'],
    refusedRather,
  ),

  principal('principal-root', 'The principal is the root of the account.', {
    AWS: 'arn:{{ca0.partition}}:iam::{{ca0.account}}:root',
  }),
  principal('principal-user', 'The principal is a user.', {
    AWS: 'arn:{{ca0.partition}}:iam::{{ca0.account}}:user/example',
  }),
  principal('principal-role', 'The principal is a role.', {
    AWS: 'arn:{{ca0.partition}}:iam::{{ca0.account}}:role/example',
  }),
  principal('principal-array', 'The principal is an array of two accounts.', {
    AWS: ['{{ca0.account}}', '444455556666'],
  }),

  form(['POL-36', 'version-2008'], 'Version is the older one.', (_statements, draft) => {
    draft['Version'] = '2008-10-17';
  }),
  form(['POL-36', 'version-missing'], 'Version is missing.', (_statements, draft) => {
    delete draft['Version'];
  }),
  form(['POL-37', 'id-present'], 'The document has an Id.', (_statements, draft) => {
    draft['Id'] = 'example';
  }),
  form(
    ['POL-37', 'unknown-element'],
    'The document has an element that IAM does not know.',
    (_statements, draft) => {
      draft['Comment'] = 'example';
    },
    refusedRather,
  ),
  element(
    ['POL-37', 'unknown-statement-element'],
    'A statement has an element that IAM does not know.',
    ['Comment', 'example'],
    refusedRather,
  ),
  form(['POL-38', 'statement-object'], 'Statement is one statement without an array.', (statements, draft) => {
    [draft['Statement']] = statements;
  }),
  form(['POL-39', 'four-statements'], 'A second pair of statements names another account.', (statements) => {
    statements.push(...statements.map((statement) => ({ ...statement, Principal: { AWS: '444455556666' } })));
  }),

  condition(
    ['POL-40', 'template-partition-other'],
    'The template is one of another partition.',
    () => ({
      StringEquals: { 'acm-pca:TemplateArn': 'arn:aws-other:acm-pca:::template/EndEntityCertificate/V1' },
    }),
    refusedRather,
  ),
  ...['StringLike', 'ArnEquals', 'ArnLike', 'StringEqualsIfExists', 'ForAnyValue:StringEquals'].map((operator) =>
    condition(
      ['POL-41', `operator-${operator.replace(':', '-')}`],
      `The template is compared with ${operator}.`,
      (template) => ({
        [operator]: { 'acm-pca:TemplateArn': template },
      }),
    ),
  ),
  condition(['POL-42', 'condition-source-ip'], 'A condition on aws:SourceIp is added.', (template) => ({
    StringEquals: { 'acm-pca:TemplateArn': template },
    IpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
  })),
  condition(['POL-42', 'condition-source-account'], 'A condition on aws:SourceAccount is added.', (template) => ({
    StringEquals: { 'acm-pca:TemplateArn': template, 'aws:SourceAccount': '{{ca0.account}}' },
  })),

  form(['POL-43', 'action-lower-case'], 'An action is written in lower case.', (statements) =>
    set(statements, issue, 'Action', ['acm-pca:issuecertificate']),
  ),
  condition(['POL-43', 'condition-key-lower-case'], 'A condition key is written in lower case.', (template) => ({
    StringEquals: { 'acm-pca:templatearn': template },
  })),
  condition(
    ['POL-43', 'operator-lower-case'],
    'An operator is written in lower case.',
    (template) => ({
      stringequals: { 'acm-pca:TemplateArn': template },
    }),
    refusedRather,
  ),
  renamed(
    {
      id: 'policy/element-lower-case',
      summary: 'Sid is written in lower case.',
      requirement: 'POL-43',
      acceptable: refusedRather,
    },
    'Sid',
    'sid',
  ),
];
