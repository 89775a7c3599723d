// The verdicts on single answers, in the order in which a case receives them.

import { describe, expect, test } from 'vitest';
import type { Step } from '../../api/case.js';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { oracle } from '../../model/oracle.js';
import { initialBelief, judgeStep, type KnownAuthority } from './judge.js';
import type { Belief, StepVerdict } from './belief.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const success: Outcome = { kind: 'success', output: {} };

/** A share with the CA's own account, whose Sids are the given text. */
function policy(sid: string): string {
  const common = { Sid: sid, Effect: 'Allow', Principal: { AWS: '111122223333' }, Resource: arn };
  const template = { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' };
  const read = ['DescribeCertificateAuthority', 'GetCertificate', 'GetCertificateAuthorityCertificate'];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { ...common, Action: [...read, 'ListPermissions', 'ListTags'].map((action) => `acm-pca:${action}`) },
      { ...common, Action: ['acm-pca:IssueCertificate'], Condition: { StringEquals: template } },
    ],
  });
}

function put(text: string): Operation {
  return { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: text } };
}

const get: Operation = { kind: 'GetPolicy', input: { ResourceArn: arn } };

function returned(text: unknown): Outcome {
  return { kind: 'success', output: { Policy: text } };
}

function refused(error: string): Outcome {
  return { kind: 'service-error', error, status: 400 };
}

type Call = readonly [Step['role'], Operation, Outcome, Step['acceptable']?];

/** The verdicts on a series of calls, up to the first that does not fit. */
function judge(...calls: readonly Call[]): readonly StepVerdict[] {
  return judgeOn([{ arn, status: 'ACTIVE' }], ...calls);
}

function judgeOn(known: readonly KnownAuthority[], ...calls: readonly Call[]): readonly StepVerdict[] {
  let belief: Belief = initialBelief(known);
  const verdicts: StepVerdict[] = [];
  for (const [role, operation, outcome, acceptable] of calls) {
    const judged = judgeStep(oracle, belief, { role, operation, acceptable }, operation, outcome);
    belief = judged.belief;
    verdicts.push(judged.verdict);
    if (judged.verdict.kind !== 'fits') break;
  }
  return verdicts;
}

function last(...calls: readonly Call[]): StepVerdict | undefined {
  return judge(...calls).at(-1);
}

describe('a control', () => {
  test('that succeeds fits', () => {
    expect(last(['control', put(policy('a')), success])).toEqual({ kind: 'fits' });
  });

  test('that is refused against the evidence breaks the requirement on what must be accepted', () => {
    expect(last(['control', put(policy('a')), refused('InvalidPolicyException')])).toMatchObject({
      kind: 'violates',
      violation: { cites: ['POL-19', 'POL-08', 'POL-15', 'POL-18', 'POL-29', 'ST-04'] },
    });
  });

  test('that may be refused lets the case observe nothing', () => {
    const forOthers = policy('a').replaceAll('"AWS":"111122223333"', '"AWS":"444455556666"');
    expect(last(['control', put(forOthers), refused('InvalidPolicyException')])).toMatchObject({
      kind: 'not-implemented',
    });
  });
});

describe('a subject', () => {
  test('fits if the oracle allows the answer', () => {
    expect(last(['subject', put('no policy'), refused('InvalidPolicyException')])).toEqual({ kind: 'fits' });
  });

  test('fits with a note if the answer is allowed and not preferred', () => {
    const verdict = last(['subject', put('no policy'), refused('ValidationException')]);
    expect(verdict).toEqual({
      kind: 'fits',
      note: 'answered ValidationException; InvalidPolicyException is preferred',
    });
  });

  test('fits under the other name of the validation error', () => {
    expect(last(['subject', put('no policy'), refused('ValidationError')])?.kind).toBe('fits');
  });

  test.each<[string, Outcome]>([
    ['accepted against the evidence', success],
    ['refused under another name', refused('RequestFailedException')],
    ['refused under a name in another case', refused('invalidpolicyexception')],
    ['answered outside the protocol', { kind: 'http-fault', status: 500, reason: 'the body is not JSON' }],
  ])('violates where it is %s', (_how, outcome) => {
    expect(last(['subject', put('no policy'), outcome])).toMatchObject({ kind: 'violates' });
  });

  test('shows nothing if the step allows less than the oracle, which takes earlier calls into account', () => {
    const verdict = last(['subject', put('no policy'), refused('ValidationException'), ['InvalidPolicyException']]);
    expect(verdict).toMatchObject({ kind: 'not-implemented' });
  });
});

describe('an answer that says nothing about the input', () => {
  test.each<[string, Outcome]>([
    ['a timeout', { kind: 'timeout', deadlineMs: 1 }],
    ['a transport error', { kind: 'transport-error', reason: 'reset' }],
    ['throttling', refused('ThrottlingException')],
    ['an update that is still going on', refused('ConcurrentModificationException')],
  ])('%s leaves the case undecided', (_what, outcome) => {
    expect(last(['subject', put('no policy'), outcome])).toMatchObject({ kind: 'undecided' });
  });

  test('an error named like a member of every object is an error like any other', () => {
    expect(last(['subject', put('no policy'), refused('constructor')])).toMatchObject({ kind: 'violates' });
  });
});

describe('a read', () => {
  test('fits if the policy comes back with its keys in another order', () => {
    const reordered = JSON.stringify({ Statement: JSON.parse(policy('a')).Statement, Version: '2012-10-17' });
    expect(last(['control', put(policy('a')), success], ['subject', get, returned(reordered)])?.kind).toBe('fits');
  });

  test.each<[string, unknown]>([
    ['another policy', policy('b')],
    ['an object in place of its text', JSON.parse(policy('a'))],
    ['nothing', undefined],
    ['the empty string', ''],
  ])('violates where it returns %s', (_what, text) => {
    const verdict = last(['control', put(policy('a')), success], ['subject', get, returned(text)]);
    expect(verdict).toMatchObject({ kind: 'violates' });
  });

  test('names what differs', () => {
    const verdict = last(['control', put(policy('a')), success], ['subject', get, returned(policy('b'))]);
    expect(JSON.stringify(verdict)).toContain('Sid');
  });

  test('violates if a refused call has changed the policy', () => {
    const verdict = last(
      ['control', put(policy('a')), success],
      ['subject', put('no policy'), refused('InvalidPolicyException')],
      ['subject', get, refused('ResourceNotFoundException')],
    );
    expect(verdict).toMatchObject({
      kind: 'violates',
      violation: { guarantee: 'A refused call leaves the policy as it was.' },
    });
  });

  test('is compared with the control read if the target returns something other than was put', () => {
    const calls: readonly Call[] = [
      ['control', put(policy('a')), success],
      ['control', get, returned(policy('dropped'))],
      ['subject', put('no policy'), refused('InvalidPolicyException')],
    ];
    expect(last(...calls, ['subject', get, returned(policy('dropped'))])?.kind).toBe('fits');
    expect(last(...calls, ['subject', get, returned(policy('a'))])?.kind).toBe('violates');
  });

  test('after such a target accepted another policy is not judged, because it says nothing about that policy', () => {
    const verdict = last(
      ['control', put(policy('a')), success],
      ['control', get, returned(policy('dropped'))],
      ['subject', put(policy('b')), success],
      ['subject', get, returned(policy('dropped too'))],
    );
    expect(verdict?.kind).toBe('fits');
  });
});

describe('the same call twice', () => {
  const ambiguous = policy('a').replace('"Version":"2012-10-17",', '');

  test.each([
    [success, success],
    [refused('InvalidPolicyException'), refused('InvalidPolicyException')],
  ])('may be answered the same way', (first, second) => {
    expect(last(['subject', put(ambiguous), first], ['subject', put(ambiguous), second])?.kind).toBe('fits');
  });

  test.each([
    [success, refused('InvalidPolicyException')],
    [refused('InvalidPolicyException'), success],
  ])('may not be accepted once and refused once', (first, second) => {
    const verdict = last(['subject', put(ambiguous), first], ['subject', put(ambiguous), second]);
    expect(verdict).toMatchObject({
      kind: 'violates',
      violation: { guarantee: 'The same call gets the same verdict twice.' },
    });
  });
});

const other = `${arn.slice(0, -1)}e`;

function on(named: string, operation: Operation): Operation {
  if (operation.kind === 'PutPolicy') return { kind: 'PutPolicy', input: { ...operation.input, ResourceArn: named } };
  return { kind: 'GetPolicy', input: { ResourceArn: named } };
}

describe('several CAs', () => {
  const known = [arn, other].map((each) => ({ arn: each, status: 'ACTIVE' as const }));
  const theirs = policy('b').replaceAll(arn, other);

  test('do not answer for each other', () => {
    const calls: readonly Call[] = [
      ['subject', put(policy('a')), success],
      ['subject', on(other, put(theirs)), success],
    ];
    expect(judgeOn(known, ...calls, ['subject', get, returned(policy('a'))]).at(-1)).toEqual({ kind: 'fits' });
    expect(judgeOn(known, ...calls, ['subject', get, refused('ResourceNotFoundException')]).at(-1)).toMatchObject({
      kind: 'violates',
      violation: { guarantee: 'A call on one CA leaves every other CA as it was.' },
    });
  });
});

describe('a CA that was deleted', () => {
  const authority = { CertificateAuthorityArn: arn };
  const deletion: Operation = { kind: 'DeleteCertificateAuthority', input: authority };
  const remove: Operation = { kind: 'DeletePolicy', input: { ResourceArn: arn } };
  const isDeleted: readonly Call[] = [
    ['control', put(policy('a')), success],
    ['control', deletion, success],
  ];
  const isRestored: readonly Call[] = [
    ...isDeleted,
    ['control', { kind: 'RestoreCertificateAuthority', input: authority }, success],
  ];

  function judgePending(...calls: readonly Call[]): StepVerdict | undefined {
    return judgeOn([{ arn, status: 'PENDING_CERTIFICATE' }], ...calls).at(-1);
  }

  test('may delete its policy once and then have none to delete', () => {
    const calls: readonly Call[] = [...isDeleted, ['subject', remove, success]];
    expect(judgePending(...calls, ['subject', remove, refused('ResourceNotFoundException')])?.kind).toBe('fits');
  });

  test('may not refuse to delete and then do it', () => {
    const calls: readonly Call[] = [...isDeleted, ['subject', remove, refused('InvalidStateException')]];
    expect(judgePending(...calls, ['subject', remove, success])?.kind).toBe('violates');
  });

  test.each([
    ['with its policy', returned(policy('a')), refused('ResourceNotFoundException')],
    ['without it', refused('ResourceNotFoundException'), returned(policy('a'))],
  ])('comes back %s, and then stays so', (_how, first, change) => {
    expect(judgePending(...isRestored, ['subject', get, first])?.kind).toBe('fits');
    expect(judgePending(...isRestored, ['subject', get, first], ['subject', get, first])?.kind).toBe('fits');
    expect(judgePending(...isRestored, ['subject', get, first], ['subject', get, change])?.kind).toBe('violates');
  });

  test('that cannot be restored makes the case unsupported', () => {
    const restore: Operation = { kind: 'RestoreCertificateAuthority', input: authority };
    expect(judgePending(...isDeleted, ['control', restore, refused('InvalidStateException')])).toEqual({
      kind: 'not-implemented',
      reason: 'RestoreCertificateAuthority was answered with InvalidStateException',
    });
  });

  test('is not restored with another policy', () => {
    expect(judgePending(...isRestored, ['subject', get, returned(policy('b'))])?.kind).toBe('violates');
  });
});

test('a policy is not returned in characters that GetPolicy does not return', () => {
  const escaped = policy(String.raw`\u0416`).replaceAll('\\\\u', '\\u');
  const calls: readonly Call[] = [['subject', put(escaped), success]];
  expect(last(...calls, ['subject', get, returned(escaped)])?.kind).toBe('fits');
  expect(last(...calls, ['subject', get, returned(JSON.stringify(JSON.parse(escaped)))])).toMatchObject({
    kind: 'violates',
    violation: { guarantee: 'The policy returned consists of the documented characters.' },
  });
});
