// The table of open forms, on which the sources are silent or disagree. Each differs from an accepted policy in one thing
// and may be accepted or rejected, but the answer must be one of its row, be consistent with reads, and stay the same.
//
// Sources: https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html,
// https://docs.aws.amazon.com/privateca/latest/userguide/pca-cmp.html,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

import fc from 'fast-check';
import { shareableActions } from '../harness/api/actions.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Answers, Draft, EditablePolicy, PolicyFlaw } from './flaw.js';
import { drawn, picksOfSet } from './drawn.js';
import { inDocument, misspellings, nestedArrays, renamed, withSetPicks, withElement } from './insert-flaw.js';

const acceptedPreferred: Answers = ['Success', 'InvalidPolicyException'];
const rejectedPreferred: Answers = ['InvalidPolicyException', 'Success'];
const rejectedPreferredOrInvalid: Answers = ['InvalidPolicyException', 'ValidationException', 'Success'];
const acceptedPreferredOrInvalid: Answers = ['Success', 'InvalidPolicyException', 'ValidationException'];
const rejected: Answers = ['InvalidPolicyException', 'ValidationException'];

const read = 0;
const issue = 1;

function element(
  [requirement, id]: readonly [RequirementId, string],
  summary: string,
  [name, value]: readonly [string, unknown],
  acceptable: Answers = acceptedPreferred,
): PolicyFlaw {
  return withElement({ id: `policy/${id}`, summary, requirement, acceptable }, name, value);
}

/** A change of a statement or of the document. */
function form(
  [requirement, id]: readonly [RequirementId, string],
  summary: string,
  change: (statements: Draft[], draft: Draft, pick: number) => void,
  acceptable: Answers = acceptedPreferred,
): PolicyFlaw {
  return withSetPicks(
    inDocument({ id: `policy/${id}`, summary, requirement, acceptable }, ({ statements, draft }, pick) =>
      change(statements, draft, pick),
    ),
  );
}

/** A change of the condition of the issue statement. */
function condition(
  label: readonly [RequirementId, string],
  summary: string,
  block: (template: string) => unknown,
  acceptable: Answers = acceptedPreferred,
): PolicyFlaw {
  const template = 'arn:{{ca0.partition}}:acm-pca:::template/EndEntityCertificate/V1';
  return form(label, summary, (statements) => set(statements, issue, 'Condition', block(template)), acceptable);
}

function principal(id: string, summary: string, value: unknown, acceptable: Answers = acceptedPreferred): PolicyFlaw {
  return element(['POL-33', id], summary, ['Principal', value], acceptable);
}

/** An AWS principal of an undocumented form. That it is rejected is inferred. */
function undocumentedPrincipal(id: string, summary: string, principalOfAws: string): PolicyFlaw {
  return withElement(
    { id: `policy/${id}`, summary, requirement: 'POL-33', acceptable: rejected, level: 'note' },
    'Principal',
    { AWS: principalOfAws },
  );
}

/** The principal {"AWS":"*"}, restricted by a condition. */
function everyAccountUnder(subject: string, restriction: Draft): PolicyFlaw {
  return form(
    ['POL-33', `principal-everybody-of-${subject}`],
    `The principal is every account, under a condition on the ${subject}.`,
    (statements) => {
      set(statements, read, 'Principal', { AWS: '*' });
      set(statements, read, 'Condition', restriction);
    },
  );
}

function sid(id: string, summary: string, value: unknown, acceptable: Answers = acceptedPreferred): PolicyFlaw {
  return element(['POL-14', `sid-${id}`], summary, ['Sid', value], acceptable);
}

function resource(id: string, summary: string, value: unknown, acceptable: Answers = rejectedPreferred): PolicyFlaw {
  return element(['POL-31', `resource-${id}`], summary, ['Resource', value], acceptable);
}

/** A Condition that does not follow the grammar. */
function malformedCondition(id: string, summary: string, value: unknown): PolicyFlaw {
  return condition(['POL-42', `condition-${id}`], summary, () => value, rejectedPreferredOrInvalid);
}

/** The template condition and an additional one. */
function additionalCondition(id: string, summary: string, more: Draft): PolicyFlaw {
  return condition(['POL-42', `condition-${id}`], summary, (template) => ({
    StringEquals: { 'acm-pca:TemplateArn': template },
    ...more,
  }));
}

/** One statement that allows a subset of the seven actions; each bit of the pick selects one. */
const anySubset: PolicyFlaw = {
  id: 'policy/any-subset',
  summary: 'One statement allows another subset of the seven actions.',
  requirement: 'POL-25',
  acceptable: acceptedPreferred,
  picks: fc.integer({ min: 1, max: 2 ** shareableActions.length - 1 }),
  insert: ({ draft, statements: [first] }, pick) => {
    const Action = shareableActions.filter((_action, index) => Math.floor(pick / 2 ** index) % 2 === 1);
    return JSON.stringify({ ...draft, Statement: [{ ...first, Action }] });
  },
};

/** A policy with a duplicate key. */
function duplicated(id: string, summary: string, member: RegExp, twice: string): PolicyFlaw {
  return {
    id: `policy/${id}`,
    summary,
    requirement: 'POL-07',
    acceptable: rejectedPreferredOrInvalid,
    insert: ({ text }: EditablePolicy) => text.replace(member, () => twice),
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
      'The template takes names from the API call.',
    ),
    otherTemplate(
      'BlankEndEntityCertificate_APICSRPassthrough',
      'csr-passthrough',
      'The template takes names from the CSR.',
    ),
    otherTemplate('SubordinateCACertificate_PathLen0', 'subordinate', 'The template is the one for a subordinate CA.'),
    otherTemplate('CodeSigningCertificate', 'code-signing', 'The template is not one of the six listed ones.'),
  ];
}

export const policyOpenForms: readonly PolicyFlaw[] = [
  {
    id: 'policy/white-space-before',
    summary: 'White space precedes the policy.',
    requirement: 'POL-08',
    acceptable: acceptedPreferredOrInvalid,
    picks: picksOfSet,
    insert: ({ text }, pick) => drawn(' ', ['\n', '\t', '\r\n', ' \n\t', '  '])(pick) + text,
  },
  duplicated(
    'version-twice',
    'Version is present twice.',
    /"Version":"2012-10-17"/,
    '"Version":"2012-10-17","Version":"2012-10-17"',
  ),
  duplicated('sid-twice', 'A Sid is present twice.', /"Sid":/, '"Sid":"first","Sid":'),
  duplicated(
    'effect-twice',
    'Effect is present twice, with different values.',
    /"Effect":"Allow"/,
    '"Effect":"Deny","Effect":"Allow"',
  ),

  duplicated(
    'effect-twice-with-an-escape',
    'Effect is present twice, once with an escape in the key.',
    /"Effect":"Allow"/,
    String.raw`"\u0045ffect":"Deny","Effect":"Allow"`,
  ),
  {
    id: 'policy/statement-twice',
    summary: 'Statement is present twice, once as an empty array.',
    requirement: 'POL-07',
    acceptable: rejectedPreferredOrInvalid,
    insert: ({ text }) => text.replace('"Statement":', '"Statement":[],"Statement":'),
  },

  sid('empty', 'A Sid is the empty string.', ''),
  sid('with-space', 'A Sid contains a space.', 'a b'),
  sid(
    'number',
    'A Sid is a number.',
    drawn<number>(1, (number) => number),
    rejectedPreferredOrInvalid,
  ),
  sid('null', 'A Sid is null.', null, rejectedPreferredOrInvalid),
  {
    id: 'policy/sid-big-number',
    summary: 'A Sid is a number that exceeds a double.',
    requirement: 'POL-14',
    acceptable: rejectedPreferredOrInvalid,
    insert: ({ text }) => text.replace(/"Sid":"[^"]*"/, '"Sid":1e400'),
  },

  anySubset,
  form(['POL-25', 'read-alone'], 'Only the read statement is present.', (statements) => statements.splice(issue)),
  form(['POL-25', 'issue-alone'], 'Only the issue statement is present.', (statements) => statements.splice(read, 1)),
  form(['POL-25', 'one-read-action'], 'The read statement allows only one action.', (statements) =>
    set(statements, read, 'Action', ['acm-pca:GetCertificate']),
  ),
  form(['POL-25', 'revoke-too'], 'The read statement also allows RevokeCertificate.', (statements) => {
    const actions = statements[read]?.['Action'];
    set(statements, read, 'Action', [actions, 'acm-pca:RevokeCertificate'].flat());
  }),
  form(['POL-25', 'two-grantees'], 'The two statements name two accounts.', (statements) =>
    set(statements, issue, 'Principal', { AWS: '444455556666' }),
  ),

  element(['POL-25', 'service-other'], 'The principal is another service.', [
    'Principal',
    { Service: 'acm.amazonaws.com' },
  ]),

  form(
    ['POL-28', 'wildcard-for-one'],
    'A wildcard covers only IssueCertificate.',
    (statements) => set(statements, issue, 'Action', ['acm-pca:IssueCertificat?']),
    rejectedPreferred,
  ),

  form(['POL-26', 'no-template'], 'The issue statement has no condition.', (statements) => {
    delete statements[issue]?.['Condition'];
  }),
  ...templates(),

  resource('everything', 'Resource is a wildcard.', '*'),
  element(
    ['POL-31', 'resource-of-another-authority'],
    'Resource is another CA.',
    [
      'Resource',
      'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:certificate-authority/00000000-0000-0000-0000-000000000000',
    ],
    rejectedPreferred,
  ),
  element(
    ['POL-34', 'principal-everybody'],
    'The principal is everyone, without a condition.',
    ['Principal', '*'],
    rejectedPreferred,
  ),
  resource('array', 'Resource is an array of one.', ['{{ca0.arn}}']),
  resource('array-of-two', 'Resource is an array of two.', ['{{ca0.arn}}', '*']),
  resource('wildcard', 'Resource ends in a wildcard.', '{{ca0.arn}}*'),
  resource('missing', 'Resource is missing.', undefined),
  resource('empty', 'Resource is the empty string.', ''),
  resource('null', 'Resource is null.', null, rejectedPreferredOrInvalid),
  resource('no-resource', 'Resource is an empty array.', [], rejectedPreferredOrInvalid),
  element(
    ['POL-32', 'resource-certificate'],
    'Resource is a certificate of the CA.',
    ['Resource', '{{ca0.arn}}/certificate/0123456789abcdef0123456789abcdef'],
    rejectedPreferred,
  ),

  principal('principal-root', 'The principal is the root user of the account.', {
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

  principal('principal-array-of-one', 'The principal is an array of one account.', { AWS: ['{{ca0.account}}'] }),
  principal('principal-two-types', 'The principals are an account and a service.', {
    AWS: '{{ca0.account}}',
    Service: 'proxy.network-firewall.amazonaws.com',
  }),
  principal(
    'principal-session',
    'The principal is a session of a role.',
    { AWS: 'arn:{{ca0.partition}}:sts::{{ca0.account}}:assumed-role/example/session' },
    rejectedPreferredOrInvalid,
  ),
  principal(
    'principal-unique-id',
    'The principal is the unique id of a user.',
    drawn({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' }, [{ AWS: 'AROADBQP57FF2AEXAMPLE' }]),
    rejectedPreferredOrInvalid,
  ),
  undocumentedPrincipal(
    'principal-organization-arn',
    'The principal is the ARN of an organization.',
    'arn:{{ca0.partition}}:organizations::{{ca0.account}}:organization/o-example0000',
  ),
  undocumentedPrincipal('principal-hyphens', 'The account of the principal has hyphens.', '1111-2222-3333'),
  undocumentedPrincipal('principal-name', 'The AWS principal is a name.', 'alice'),
  undocumentedPrincipal('principal-hexadecimal', 'The account of the principal has letters.', '0123456789ab'),
  undocumentedPrincipal(
    'principal-of-unknown-partition',
    'The root ARN has an unknown partition.',
    'arn:xyz:iam::{{ca0.account}}:root',
  ),
  everyAccountUnder('organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-example0000' } }),
  everyAccountUnder('account', { StringEquals: { 'aws:PrincipalAccount': '{{ca0.account}}' } }),
  everyAccountUnder('role', {
    ArnLike: { 'aws:PrincipalArn': 'arn:{{ca0.partition}}:iam::{{ca0.account}}:role/*' },
  }),
  everyAccountUnder('source', { StringEquals: { 'aws:SourceAccount': '{{ca0.account}}' } }),

  element(['POL-35', 'account-unknown'], 'The principal is an account that does not exist.', [
    'Principal',
    { AWS: '000000000000' },
  ]),
  form(
    ['POL-35', 'organization-malformed'],
    'The id of the organization does not have the documented form.',
    (statements, _draft, pick) => {
      const organization = drawn('o-EXAMPLE000', ['o-short', 'example00000', 'o-', `o-${'a'.repeat(33)}`, 'r-ab12'])(
        pick,
      );
      set(statements, read, 'Principal', '*');
      set(statements, read, 'Condition', { StringEquals: { 'aws:PrincipalOrgID': organization } });
    },
  ),
  element(['POL-35', 'role-unknown'], 'The principal is a role that does not exist.', [
    'Principal',
    { AWS: 'arn:{{ca0.partition}}:iam::000000000000:role/nobody' },
  ]),

  form(['POL-36', 'version-2008'], 'Version is the older one.', (_statements, draft) => {
    draft['Version'] = '2008-10-17';
  }),
  form(['POL-36', 'version-missing'], 'Version is missing.', (_statements, draft) => {
    delete draft['Version'];
  }),
  form(
    ['POL-36', 'version-null'],
    'Version is null.',
    (_statements, draft) => {
      draft['Version'] = null;
    },
    rejectedPreferredOrInvalid,
  ),
  form(['POL-37', 'id-present'], 'The document has an Id.', (_statements, draft) => {
    draft['Id'] = 'example';
  }),
  form(['POL-37', 'id-empty'], 'The document has an empty Id.', (_statements, draft) => {
    draft['Id'] = '';
  }),
  form(
    ['POL-37', 'id-number'],
    'The document has an Id that is a number.',
    (_statements, draft, pick) => {
      draft['Id'] = drawn<number>(1, (number) => number)(pick);
    },
    rejectedPreferredOrInvalid,
  ),
  form(
    ['POL-37', 'version-misspelt'],
    'Version is misspelt.',
    (_statements, draft, pick) => {
      draft[misspellings('Version', 'Verson')(pick)] = draft['Version'];
      delete draft['Version'];
    },
    rejectedPreferred,
  ),
  ...[
    ['Sid', 'Sids'],
    ['Resource', 'Resources'],
  ].map(([name = '', misspelling = '']) =>
    renamed(
      {
        id: `policy/${name.toLowerCase()}-misspelt`,
        summary: `${name} is misspelt.`,
        requirement: 'POL-37',
        acceptable: rejectedPreferred,
      },
      name,
      misspellings(name, misspelling),
    ),
  ),
  form(
    ['POL-37', 'condition-misspelt'],
    'Condition is misspelt.',
    (statements, _draft, pick) => {
      set(statements, issue, misspellings('Condition', 'Conditions')(pick), statements[issue]?.['Condition']);
      delete statements[issue]?.['Condition'];
    },
    rejectedPreferred,
  ),
  element(
    ['POL-37', 'unknown-element-deep'],
    'A statement has an unknown element with arrays nested 1000 deep.',
    ['Comment', nestedArrays(1_000)],
    rejectedPreferredOrInvalid,
  ),
  form(
    ['POL-37', 'unknown-element'],
    'The document has an element that IAM does not define.',
    (_statements, draft, pick) => {
      draft[drawn('Comment', ['Description', 'Tags', 'x', 'Policy'])(pick)] = 'example';
    },
    rejectedPreferred,
  ),
  element(
    ['POL-37', 'unknown-statement-element'],
    'A statement has an element that IAM does not define.',
    ['Comment', 'example'],
    rejectedPreferred,
  ),
  form(['POL-38', 'statement-object'], 'Statement is a single statement without an array.', (statements, draft) => {
    [draft['Statement']] = statements;
  }),
  form(['POL-39', 'four-statements'], 'A second pair of statements names another account.', (statements) => {
    statements.push(...statements.map((statement) => ({ ...statement, Principal: { AWS: '444455556666' } })));
  }),

  condition(
    ['POL-40', 'template-partition-other'],
    'The template is of another partition.',
    () => ({
      StringEquals: { 'acm-pca:TemplateArn': 'arn:aws-other:acm-pca:::template/EndEntityCertificate/V1' },
    }),
    rejectedPreferred,
  ),
  ...['StringLike', 'ArnEquals', 'ArnLike', 'StringNotEquals', 'StringEqualsIfExists', 'ForAnyValue:StringEquals'].map(
    (operator) =>
      condition(
        ['POL-41', `operator-${operator.replace(':', '-')}`],
        `The template is compared with ${operator}.`,
        (template) => ({
          [operator]: { 'acm-pca:TemplateArn': template },
        }),
      ),
  ),
  condition(['POL-41', 'operator-null'], 'The template is tested with Null.', () => ({
    Null: { 'acm-pca:TemplateArn': 'false' },
  })),
  condition(
    ['POL-41', 'operator-unknown'],
    'The template is compared with an operator that IAM does not define.',
    (template) => ({ StringResembles: { 'acm-pca:TemplateArn': template } }),
    rejectedPreferredOrInvalid,
  ),

  additionalCondition('source-ip', 'A condition on aws:SourceIp is added.', {
    IpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
  }),
  additionalCondition('source-account', 'A condition on aws:SourceAccount is added.', {
    StringLike: { 'aws:SourceAccount': '{{ca0.account}}' },
  }),
  additionalCondition('principal-arn', 'A condition on aws:PrincipalArn is added.', {
    ArnLike: { 'aws:PrincipalArn': 'arn:{{ca0.partition}}:iam::{{ca0.account}}:role/*' },
  }),
  additionalCondition('principal-tag', 'A condition on a tag of the principal is added.', {
    StringLike: { 'aws:PrincipalTag/team': 'example' },
  }),
  additionalCondition('key-unknown', 'A condition on an unknown key is added.', {
    StringLike: { 'acm-pca:Example': 'example' },
  }),
  condition(['POL-42', 'condition-empty'], 'The condition is empty.', () => ({}), acceptedPreferredOrInvalid),
  malformedCondition('null', 'The condition is null.', null),
  malformedCondition('string', 'The condition is a string.', 'StringEquals'),
  malformedCondition('value-number', 'The value of the condition is a number.', {
    StringEquals: { 'acm-pca:TemplateArn': 5 },
  }),
  form(['POL-42', 'everybody-by-source-account'], 'The principal is everyone, from one account.', (statements) => {
    set(statements, read, 'Principal', '*');
    set(statements, read, 'Condition', { StringEquals: { 'aws:SourceAccount': '{{ca0.account}}' } });
  }),

  form(['POL-43', 'action-prefix-upper-case'], 'The service prefix of an action is in upper case.', (statements) =>
    set(statements, issue, 'Action', ['ACM-PCA:IssueCertificate']),
  ),
  element(
    ['POL-43', 'principal-type-lower-case'],
    'The type of the principal is in lower case.',
    ['Principal', { aws: '{{ca0.account}}' }],
    rejectedPreferred,
  ),
  form(['POL-43', 'action-lower-case'], 'An action is in lower case.', (statements) =>
    set(statements, issue, 'Action', ['acm-pca:issuecertificate']),
  ),
  condition(['POL-43', 'condition-key-lower-case'], 'A condition key is in lower case.', (template) => ({
    StringEquals: { 'acm-pca:templatearn': template },
  })),
  condition(
    ['POL-43', 'operator-lower-case'],
    'An operator is in lower case.',
    (template) => ({
      stringequals: { 'acm-pca:TemplateArn': template },
    }),
    rejectedPreferred,
  ),
  renamed(
    {
      id: 'policy/element-lower-case',
      summary: 'Sid is in lower case.',
      requirement: 'POL-43',
      acceptable: rejectedPreferred,
    },
    'Sid',
    'sid',
  ),
];
