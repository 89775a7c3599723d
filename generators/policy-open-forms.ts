// The table of forms on which the evidence is silent or divided: each differs from an accepted policy in one thing, and
// may be accepted or refused. Whatever the answer, it must be one of these, mean what it says, and stay the same.
//
// Sources: https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html,
// https://docs.aws.amazon.com/privateca/latest/userguide/pca-cmp.html,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

import fc from 'fast-check';
import { shareableActions } from '../harness/api/actions.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Answers, Draft, PlantedPolicy, PolicyFlaw } from './flaw.js';
import { drawn, picksOfSet } from './drawn.js';
import { inDocument, misspellings, nestedArrays, renamed, standingForSet, withElement } from './insert-flaw.js';

const acceptedRather: Answers = ['Success', 'InvalidPolicyException'];
const refusedRather: Answers = ['InvalidPolicyException', 'Success'];
const unheardOf: Answers = ['InvalidPolicyException', 'ValidationException', 'Success'];
const mayBeUnreadable: Answers = ['Success', 'InvalidPolicyException', 'ValidationException'];
const refused: Answers = ['InvalidPolicyException', 'ValidationException'];

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
  change: (statements: Draft[], draft: Draft, pick: number) => void,
  acceptable: Answers = acceptedRather,
): PolicyFlaw {
  return standingForSet(
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
  acceptable: Answers = acceptedRather,
): PolicyFlaw {
  const template = 'arn:{{ca0.partition}}:acm-pca:::template/EndEntityCertificate/V1';
  return form(label, summary, (statements) => set(statements, issue, 'Condition', block(template)), acceptable);
}

function principal(id: string, summary: string, value: unknown, acceptable: Answers = acceptedRather): PolicyFlaw {
  return element(['POL-33', id], summary, ['Principal', value], acceptable);
}

/** Of AWS, but nothing that any page calls a principal: expected to be refused without a source. */
function ofNoPublishedShape(id: string, summary: string, principalOfAws: string): PolicyFlaw {
  return withElement(
    { id: `policy/${id}`, summary, requirement: 'POL-33', acceptable: refused, level: 'note' },
    'Principal',
    { AWS: principalOfAws },
  );
}

/** {"AWS":"*"} under a condition that narrows it. */
function everybodyUnder(whose: string, narrowed: Draft): PolicyFlaw {
  return form(
    ['POL-33', `principal-everybody-of-${whose}`],
    `The principal is every account, under a condition on the ${whose}.`,
    (statements) => {
      set(statements, read, 'Principal', { AWS: '*' });
      set(statements, read, 'Condition', narrowed);
    },
  );
}

function sid(id: string, summary: string, value: unknown, acceptable: Answers = acceptedRather): PolicyFlaw {
  return element(['POL-14', `sid-${id}`], summary, ['Sid', value], acceptable);
}

function resource(id: string, summary: string, value: unknown, acceptable: Answers = refusedRather): PolicyFlaw {
  return element(['POL-31', `resource-${id}`], summary, ['Resource', value], acceptable);
}

/** A condition block that is none in the sense of the grammar. */
function noCondition(id: string, summary: string, value: unknown): PolicyFlaw {
  return condition(['POL-42', `condition-${id}`], summary, () => value, unheardOf);
}

/** The template condition with one more beside it. */
function oneConditionMore(id: string, summary: string, more: Draft): PolicyFlaw {
  return condition(['POL-42', `condition-${id}`], summary, (template) => ({
    StringEquals: { 'acm-pca:TemplateArn': template },
    ...more,
  }));
}

/** One statement that allows some of the seven actions: one bit of the pick for each. */
const anySubset: PolicyFlaw = {
  id: 'policy/any-subset',
  summary: 'One statement allows another choice of the seven actions.',
  requirement: 'POL-25',
  acceptable: acceptedRather,
  picks: fc.integer({ min: 1, max: 2 ** shareableActions.length - 1 }),
  plant: ({ draft, statements: [first] }, pick) => {
    const Action = shareableActions.filter((_action, index) => Math.floor(pick / 2 ** index) % 2 === 1);
    return JSON.stringify({ ...draft, Statement: [{ ...first, Action }] });
  },
};

/** A text in which the first member of some name stands twice. */
function duplicated(id: string, summary: string, member: RegExp, twice: string): PolicyFlaw {
  return {
    id: `policy/${id}`,
    summary,
    requirement: 'POL-07',
    acceptable: unheardOf,
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
  {
    id: 'policy/white-space-before',
    summary: 'White space precedes the policy.',
    requirement: 'POL-08',
    acceptable: mayBeUnreadable,
    picks: picksOfSet,
    plant: ({ text }, pick) => drawn(' ', ['\n', '\t', '\r\n', ' \n\t', '  '])(pick) + text,
  },
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

  duplicated(
    'effect-twice-with-an-escape',
    'Effect stands there twice, once with an escape in the key.',
    /"Effect":"Allow"/,
    String.raw`"\u0045ffect":"Deny","Effect":"Allow"`,
  ),
  {
    id: 'policy/statement-twice',
    summary: 'Statement stands there twice, once without statements.',
    requirement: 'POL-07',
    acceptable: unheardOf,
    plant: ({ text }) => text.replace('"Statement":', '"Statement":[],"Statement":'),
  },

  sid('empty', 'A Sid is the empty string.', ''),
  sid('with-space', 'A Sid holds a space.', 'a b'),
  sid(
    'number',
    'A Sid is a number.',
    drawn<number>(1, (number) => number),
    unheardOf,
  ),
  sid('null', 'A Sid is null.', null, unheardOf),
  {
    id: 'policy/sid-big-number',
    summary: 'A Sid is a number that no double holds.',
    requirement: 'POL-14',
    acceptable: unheardOf,
    plant: ({ text }) => text.replace(/"Sid":"[^"]*"/, '"Sid":1e400'),
  },

  anySubset,
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

  element(['POL-25', 'service-other'], 'The principal is another service.', [
    'Principal',
    { Service: 'acm.amazonaws.com' },
  ]),

  form(
    ['POL-28', 'wildcard-for-one'],
    'A wildcard covers nothing but IssueCertificate.',
    (statements) => set(statements, issue, 'Action', ['acm-pca:IssueCertificat?']),
    refusedRather,
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
    refusedRather,
  ),
  element(
    ['POL-34', 'principal-everybody'],
    'The principal is everybody, without a condition.',
    ['Principal', '*'],
    refusedRather,
  ),
  resource('array', 'Resource is an array of one.', ['{{ca0.arn}}']),
  resource('array-of-two', 'Resource is an array of two.', ['{{ca0.arn}}', '*']),
  resource('wildcard', 'Resource ends in a wildcard.', '{{ca0.arn}}*'),
  resource('missing', 'Resource is missing.', undefined),
  resource('empty', 'Resource is the empty string.', ''),
  resource('null', 'Resource is null.', null, unheardOf),
  resource('no-resource', 'Resource is an empty array.', [], unheardOf),
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

  principal('principal-array-of-one', 'The principal is an array of one account.', { AWS: ['{{ca0.account}}'] }),
  principal('principal-two-types', 'The principals are an account and a service.', {
    AWS: '{{ca0.account}}',
    Service: 'proxy.network-firewall.amazonaws.com',
  }),
  principal(
    'principal-session',
    'The principal is a session of a role.',
    { AWS: 'arn:{{ca0.partition}}:sts::{{ca0.account}}:assumed-role/example/session' },
    unheardOf,
  ),
  principal(
    'principal-unique-id',
    'The principal is the unique id of a user.',
    drawn({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' }, [{ AWS: 'AROADBQP57FF2AEXAMPLE' }]),
    unheardOf,
  ),
  ofNoPublishedShape(
    'principal-organization-arn',
    'The principal is the ARN of an organization.',
    'arn:{{ca0.partition}}:organizations::{{ca0.account}}:organization/o-example0000',
  ),
  ofNoPublishedShape('principal-hyphens', 'The account of the principal has hyphens.', '1111-2222-3333'),
  ofNoPublishedShape('principal-name', 'The principal of AWS is a name.', 'alice'),
  ofNoPublishedShape('principal-hexadecimal', 'The account of the principal has letters.', '0123456789ab'),
  ofNoPublishedShape(
    'principal-of-unknown-partition',
    'The root ARN is in a partition that nobody knows.',
    'arn:xyz:iam::{{ca0.account}}:root',
  ),
  everybodyUnder('organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-example0000' } }),
  everybodyUnder('account', { StringEquals: { 'aws:PrincipalAccount': '{{ca0.account}}' } }),
  everybodyUnder('role', {
    ArnLike: { 'aws:PrincipalArn': 'arn:{{ca0.partition}}:iam::{{ca0.account}}:role/*' },
  }),
  everybodyUnder('source', { StringEquals: { 'aws:SourceAccount': '{{ca0.account}}' } }),

  element(['POL-35', 'account-unknown'], 'The principal is an account that does not exist.', [
    'Principal',
    { AWS: '000000000000' },
  ]),
  form(
    ['POL-35', 'organization-malformed'],
    'The id of the organization is not of the published form.',
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
    unheardOf,
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
    unheardOf,
  ),
  form(
    ['POL-37', 'version-misspelt'],
    'Version is misspelt.',
    (_statements, draft, pick) => {
      draft[misspellings('Version', 'Verson')(pick)] = draft['Version'];
      delete draft['Version'];
    },
    refusedRather,
  ),
  ...[
    ['Sid', 'Sids'],
    ['Resource', 'Resources'],
  ].map(([name = '', spelt = '']) =>
    renamed(
      {
        id: `policy/${name.toLowerCase()}-misspelt`,
        summary: `${name} is misspelt.`,
        requirement: 'POL-37',
        acceptable: refusedRather,
      },
      name,
      misspellings(name, spelt),
    ),
  ),
  form(
    ['POL-37', 'condition-misspelt'],
    'Condition is misspelt.',
    (statements, _draft, pick) => {
      set(statements, issue, misspellings('Condition', 'Conditions')(pick), statements[issue]?.['Condition']);
      delete statements[issue]?.['Condition'];
    },
    refusedRather,
  ),
  element(
    ['POL-37', 'unknown-element-deep'],
    'A statement has an unknown element of arrays, 1000 deep.',
    ['Comment', nestedArrays(1_000)],
    unheardOf,
  ),
  form(
    ['POL-37', 'unknown-element'],
    'The document has an element that IAM does not know.',
    (_statements, draft, pick) => {
      draft[drawn('Comment', ['Description', 'Tags', 'x', 'Policy'])(pick)] = 'example';
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
  condition(['POL-41', 'operator-null'], 'The template is asked for with Null.', () => ({
    Null: { 'acm-pca:TemplateArn': 'false' },
  })),
  condition(
    ['POL-41', 'operator-unknown'],
    'The template is compared with an operator that IAM does not know.',
    (template) => ({ StringResembles: { 'acm-pca:TemplateArn': template } }),
    unheardOf,
  ),

  oneConditionMore('source-ip', 'A condition on aws:SourceIp is added.', {
    IpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
  }),
  oneConditionMore('source-account', 'A condition on aws:SourceAccount is added.', {
    StringLike: { 'aws:SourceAccount': '{{ca0.account}}' },
  }),
  oneConditionMore('principal-arn', 'A condition on aws:PrincipalArn is added.', {
    ArnLike: { 'aws:PrincipalArn': 'arn:{{ca0.partition}}:iam::{{ca0.account}}:role/*' },
  }),
  oneConditionMore('principal-tag', 'A condition on a tag of the principal is added.', {
    StringLike: { 'aws:PrincipalTag/team': 'example' },
  }),
  oneConditionMore('key-unknown', 'A condition on a key that nobody knows is added.', {
    StringLike: { 'acm-pca:Example': 'example' },
  }),
  condition(['POL-42', 'condition-empty'], 'The condition is empty.', () => ({}), mayBeUnreadable),
  noCondition('null', 'The condition is null.', null),
  noCondition('string', 'The condition is a string.', 'StringEquals'),
  noCondition('value-number', 'The value of the condition is a number.', {
    StringEquals: { 'acm-pca:TemplateArn': 5 },
  }),
  form(['POL-42', 'everybody-by-source-account'], 'The principal is everybody, from one account.', (statements) => {
    set(statements, read, 'Principal', '*');
    set(statements, read, 'Condition', { StringEquals: { 'aws:SourceAccount': '{{ca0.account}}' } });
  }),

  form(['POL-43', 'action-prefix-upper-case'], 'The service of an action is written in upper case.', (statements) =>
    set(statements, issue, 'Action', ['ACM-PCA:IssueCertificate']),
  ),
  element(
    ['POL-43', 'principal-type-lower-case'],
    'The type of the principal is written in lower case.',
    ['Principal', { aws: '{{ca0.account}}' }],
    refusedRather,
  ),
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
