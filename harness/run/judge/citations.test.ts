// Which requirement a wrong answer is charged to: one row for each way in which an answer can be wrong.

import { expect, test } from 'vitest';
import type { Step } from '../../api/case.js';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import type { RequirementId } from '../../catalogue/index.js';
import { oracle } from '../../model/oracle.js';
import { initialBelief, judgeStep, type KnownAuthority } from './judge.js';
import type { Belief } from './belief.js';

const prefix = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority';
const arn = `${prefix}/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d`;
const other = `${prefix}/1b2c3d4e-5f60-4b7c-9d8e-0f1a2b3c4d5e`;

/** A share with the CA's own account. */
function share(sids: readonly [string, string], on = arn): string {
  const common = { Effect: 'Allow', Principal: { AWS: '111122223333' } };
  const read = ['DescribeCertificateAuthority', 'GetCertificate', 'GetCertificateAuthorityCertificate'];
  const template = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' };
  const actions = [...read, 'ListPermissions', 'ListTags'].map((action) => `acm-pca:${action}`);
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: sids[0], ...common, Action: actions, Resource: on },
      {
        Sid: sids[1],
        ...common,
        Action: ['acm-pca:IssueCertificate'],
        Resource: on,
        Condition: { StringEquals: template },
      },
    ],
  });
}

const first = share(['a', 'b']);
const second = share(['c', 'd']);
const elsewhere = share(['e', 'f'], other);

const put = (text: string, on = arn): Operation => ({ kind: 'PutPolicy', input: { ResourceArn: on, Policy: text } });
const get = (on = arn): Operation => ({ kind: 'GetPolicy', input: { ResourceArn: on } });
const remove = (on = arn): Operation => ({ kind: 'DeletePolicy', input: { ResourceArn: on } });
const done: Outcome = { kind: 'success', output: {} };
const found = (text: unknown): Outcome => ({ kind: 'success', output: { Policy: text } });
const refused = (error: string): Outcome => ({ kind: 'service-error', error, status: 400 });

type Call = readonly [Operation, Outcome, RequirementId?];

/** The requirements cited for the last call. */
function cited(calls: readonly Call[], status: KnownAuthority['status'] = 'PENDING_CERTIFICATE'): readonly string[] {
  let belief: Belief = initialBelief([arn, other].map((each) => ({ arn: each, status })));
  for (const [index, [operation, outcome, requirement]] of calls.entries()) {
    const step: Step = { role: 'subject', operation, requirement };
    const judged = judgeStep(oracle, belief, step, operation, outcome);
    belief = judged.belief;
    const isLast = index === calls.length - 1;
    expect(judged.verdict.kind, `call ${index + 1}`).toBe(isLast ? 'violates' : 'fits');
    if (judged.verdict.kind === 'violates') return judged.verdict.violation.cites ?? [];
  }
  return [];
}

const merged = JSON.stringify({
  ...JSON.parse(first),
  Statement: [...JSON.parse(first).Statement, ...JSON.parse(second).Statement],
});

const rows: readonly (readonly [string, RequirementId, readonly Call[]])[] = [
  ['the own account is refused', 'POL-19', [[put(first), refused('InvalidPolicyException')]]],
  ['no policy, and one is read', 'GP-01', [[get(), found(first)]]],
  ['no policy, and an error of another name', 'GP-01', [[get(), refused('NoSuchPolicy')]]],
  [
    'a put that is not there',
    'PP-01',
    [
      [put(first), done],
      [get(), refused('ResourceNotFoundException')],
    ],
  ],
  [
    'the policy before the last',
    'PP-01',
    [
      [put(first), done],
      [put(second), done],
      [get(), found(first)],
    ],
  ],
  [
    'both policies at once',
    'PP-01',
    [
      [put(first), done],
      [put(second), done],
      [get(), found(merged)],
    ],
  ],
  [
    'a policy that lost its Sids',
    'GP-03',
    [
      [put(first), done],
      [get(), found(first.replaceAll(/"Sid":"."[,]/g, ''))],
    ],
  ],
  [
    'the same put refused',
    'PP-02',
    [
      [put(first), done],
      [put(first), refused('InvalidPolicyException')],
    ],
  ],
  [
    'a put after a delete refused',
    'PP-01',
    [
      [put(first), done],
      [remove(), done],
      [put(first), refused('InvalidPolicyException')],
    ],
  ],
  [
    'a policy after its deletion',
    'DP-01',
    [
      [put(first), done],
      [remove(), done],
      [get(), found(first)],
    ],
  ],
  [
    'a deletion refused',
    'DP-01',
    [
      [put(first), done],
      [remove(), refused('ResourceNotFoundException')],
    ],
  ],
  ['a deletion of none refused', 'DP-02', [[remove(), refused('ResourceNotFoundException')]]],
  [
    'the policy of another CA',
    'ISO-01',
    [
      [put(first), done],
      [put(elsewhere, other), done],
      [get(), found(elsewhere)],
    ],
  ],
  [
    'a change by a read',
    'GP-07',
    [
      [put(first), done],
      [get(), found(first)],
      [get(), refused('ResourceNotFoundException')],
    ],
  ],
  [
    'a change by a refused put',
    'GP-07',
    [
      [put(first), done],
      [get(), found(first)],
      [put('no policy'), refused('InvalidPolicyException')],
      [get(), refused('ResourceNotFoundException')],
    ],
  ],
  ['a text that is no JSON accepted', 'POL-05', [[put('no policy'), done]]],
  ['what a step was made for', 'POL-06', [[put('{,}'), done, 'POL-06']]],
  ['an error that PutPolicy does not declare', 'PP-03', [[put('no policy'), refused('TooManyTagsException')]]],
  ['a read refused by the state', 'ST-05', [[get(), refused('InvalidStateException')]]],
  ['an answer without a name', 'WIRE-11', [[get(), { kind: 'http-fault', status: 400, reason: '' }]]],
  ['a malformed ARN found', 'ARN-02', [[get('no arn'), found(first)]]],
  ['a missing CA found', 'GP-02', [[get(other.replace('1b2c', '9999')), found(first)]]],
];

test.each(rows)('%s is charged to %s', (_what, requirement, calls) => {
  expect(cited(calls)[0]).toBe(requirement);
});

test('on an ACTIVE CA a refusal by the state is charged to the requirement about states', () => {
  expect(cited([[get(), refused('InvalidStateException')]], 'ACTIVE')[0]).toBe('ST-04');
});
