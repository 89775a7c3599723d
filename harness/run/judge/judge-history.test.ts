// The guarantees of overlapping calls, each on a history that satisfies it and on one that breaks it.

import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../api/outcome.js';
import type { ScheduledOperation } from '../../api/schedule.js';
import { oracle } from '../../model/oracle.js';
import { judgeHistory, type HistoryVerdict } from './judge-history.js';
import type { RequiredConsistency } from './levels.js';
import { leavesFateOpen, type RecordedCall } from './recorded-history.js';

const arns = [1, 2].map((digit) => `arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/${uuidOf(digit)}`);
const [first = '', second = ''] = arns;

function uuidOf(digit: number): string {
  return `0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4${digit}`;
}

function policy(number: number, arn = first): string {
  const statement = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Resource: arn };
  const Statement = [
    { Sid: `Put${number}a`, ...statement, Action: ['acm-pca:DescribeCertificateAuthority', 'acm-pca:ListTags'] },
    { Sid: `Put${number}b`, ...statement, Action: ['acm-pca:GetCertificate'] },
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const success: Outcome = { kind: 'success', output: {} };
const none = refusal('ResourceNotFoundException');
const refusedForNow = refusal('ConcurrentModificationException');
const timeout: Outcome = { kind: 'timeout', deadlineMs: 1_000 };

function refusal(error: string, status = 400): Outcome {
  return { kind: 'service-error', error, status };
}

function returns(text: string): Outcome {
  return { kind: 'success', output: { Policy: text } };
}

type Times = readonly [invokedAt: number, endedAt: number];

function call(
  lane: number,
  [invokedAt, endedAt]: Times,
  operation: ScheduledOperation,
  outcome: Outcome,
): RecordedCall {
  const returned = leavesFateOpen(outcome) ? {} : { returned: { at: endedAt, output: outcome } };
  return { lane, input: { operation, generated: operation }, invokedAt, endedAt, outcome, ...returned };
}

function put(lane: number, times: Times, number: number, outcome: Outcome = success, arn = first): RecordedCall {
  return call(lane, times, { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy(number, arn) } }, outcome);
}

function get(lane: number, times: Times, outcome: Outcome, arn = first): RecordedCall {
  return call(lane, times, { kind: 'GetPolicy', input: { ResourceArn: arn } }, outcome);
}

function remove(lane: number, times: Times, outcome: Outcome = success): RecordedCall {
  return call(lane, times, { kind: 'DeletePolicy', input: { ResourceArn: first } }, outcome);
}

function judge(
  history: readonly RecordedCall[],
  consistency: RequiredConsistency = 'linearizable',
  settleMs = 0,
): HistoryVerdict {
  const authorities = arns.map((arn) => ({ arn, status: 'ACTIVE' as const, fresh: true, lossesBefore: 0 }));
  return judgeHistory(history, { oracle, authorities, consistency, settleMs });
}

function guaranteeBrokenBy(
  history: readonly RecordedCall[],
  consistency?: RequiredConsistency,
  settleMs?: number,
): string | undefined {
  const verdict = judge(history, consistency, settleMs);
  return verdict.kind === 'violated' ? verdict.violation.guarantee : undefined;
}

test('any order of overlapping puts may win', () => {
  const both = [put(0, [1, 4], 1), put(1, [2, 5], 2)];
  for (const winner of [1, 2]) expect(judge([...both, get(0, [6, 7], returns(policy(winner)))]).kind).toBe('holds');
});

test('a policy may be read back in another form', () => {
  const { Version, Statement } = JSON.parse(policy(1)) as { Version: string; Statement: unknown[] };
  const rewritten = JSON.stringify({ Statement: Statement.toReversed(), Version }, undefined, 2);
  expect(judge([put(0, [1, 2], 1), get(0, [3, 4], returns(rewritten))]).kind).toBe('holds');
});

describe('ConcurrentModificationException', () => {
  const only =
    'ConcurrentModificationException is given only while another write to the CA is going on or may be settling.';

  test('may be returned while another write is in progress', () => {
    expect(judge([put(0, [1, 4], 1), put(1, [2, 3], 2, refusedForNow), get(0, [5, 6], returns(policy(1)))]).kind).toBe(
      'holds',
    );
  });

  test('may be returned while another write settles, and not after', () => {
    const after = (atMs: number): readonly RecordedCall[] => [
      put(0, [5_000, 5_001], 1),
      put(1, [atMs, atMs + 1], 2, refusedForNow),
    ];
    expect(guaranteeBrokenBy(after(5_900), 'eventual', 1_000)).toBeUndefined();
    expect(guaranteeBrokenBy(after(6_100), 'eventual', 1_000)).toBe(only);
  });

  test('is not excused by a read, or by a write to another CA', () => {
    expect(guaranteeBrokenBy([get(0, [1, 4], none), put(1, [2, 3], 2, refusedForNow)])).toBe(only);
    expect(guaranteeBrokenBy([put(0, [1, 4], 1, success, second), put(1, [2, 3], 2, refusedForNow)])).toBe(only);
  });

  test('is never returned to a read', () => {
    expect(guaranteeBrokenBy([put(0, [1, 4], 1), get(1, [2, 3], refusedForNow)])).toContain(
      'only those that are declared',
    );
  });

  test('has status 400', () => {
    const refused = refusal('ConcurrentModificationException', 500);
    expect(guaranteeBrokenBy([put(0, [1, 4], 1), put(1, [2, 3], 2, refused)])).toContain('HTTP status 400');
  });

  test('means that the put had no effect', () => {
    const history = [put(0, [1, 4], 1), put(1, [2, 3], 2, refusedForNow), get(0, [5, 6], returns(policy(2)))];
    expect(guaranteeBrokenBy(history)).toBe('A write that is refused for now has no effect.');
  });

  test('means that the delete had no effect', () => {
    const history = [put(0, [1, 4], 1), remove(1, [2, 3], refusedForNow), get(0, [5, 6], none)];
    expect(guaranteeBrokenBy(history)).toContain('takes effect at one moment');
  });
});

test('throttling has no effect', () => {
  const throttled = refusal('ThrottlingException');
  expect(judge([put(0, [1, 2], 1, throttled), get(0, [3, 4], none)]).kind).toBe('holds');
});

test('a refusal is only acceptable if it would be without the overlap', () => {
  const history = [put(0, [1, 4], 1), put(1, [2, 3], 2, refusal('ResourceNotFoundException'))];
  expect(guaranteeBrokenBy(history)).toBe('Of overlapping writes to one CA each succeeds or is refused for now.');
});

describe('a read', () => {
  const whole = 'A read returns a policy that was put on the CA, whole and alone.';

  test('shows only policies that were put', () => {
    expect(guaranteeBrokenBy([put(0, [1, 2], 1), get(0, [3, 4], returns(policy(9)))])).toBe(whole);
  });

  test('shows no part of a policy', () => {
    expect(guaranteeBrokenBy([put(0, [1, 2], 1), get(0, [3, 4], returns(policy(1).slice(0, 60)))])).toBe(whole);
  });

  test('shows no mixture of two policies, and the drawing says of which', () => {
    const parse = (number: number): { Version: string; Statement: unknown[] } => JSON.parse(policy(number));
    const mixture = JSON.stringify({ ...parse(1), Statement: [parse(1).Statement[0], parse(2).Statement[1]] });
    const verdict = judge([put(0, [1, 4], 1), put(1, [2, 5], 2), get(0, [6, 7], returns(mixture))]);
    expect(verdict).toMatchObject({ kind: 'violated', at: 2, violation: { guarantee: whole } });
    const sentence = verdict.kind === 'violated' ? verdict.violation.history?.sentence : undefined;
    expect(sentence).toMatch(/^Torn: .*Put1.*Put2/);
  });

  test('shows no policy of another CA', () => {
    const verdict = judge([put(0, [1, 2], 1, success, second), get(0, [3, 4], returns(policy(1, second)))]);
    expect(verdict).toMatchObject({ violation: { guarantee: whole, actual: expect.stringContaining('another CA') } });
  });
});

describe('a call without an answer', () => {
  test('may take effect at any later time, or never', () => {
    const open = [put(0, [1, 2], 1), put(1, [3, 4], 2, timeout)];
    expect(judge([...open, get(0, [5, 6], returns(policy(1)))]).kind).toBe('holds');
    expect(judge([...open, get(0, [5, 6], returns(policy(2)))]).kind).toBe('holds');
    expect(judge([...open, get(0, [5, 6], returns(policy(1))), get(0, [7, 8], returns(policy(2)))]).kind).toBe('holds');
  });

  test('does not take effect twice', () => {
    const reads = [2, 1, 2].map((number, index) => get(0, [10 * index + 20, 10 * index + 21], returns(policy(number))));
    expect(guaranteeBrokenBy([put(0, [1, 2], 1), put(1, [3, 4], 2, timeout), ...reads])).toContain('one moment');
  });

  test.each([refusal('RequestFailedException'), refusal('InternalFailure', 500), timeout])(
    'is one with %o',
    (outcome) => {
      const history = [put(0, [1, 2], 1), put(1, [3, 4], 2, outcome), get(0, [5, 6], returns(policy(2)))];
      expect(judge(history).kind).toBe('holds');
    },
  );
});

describe('a late read', () => {
  const late = (atMs: number): readonly RecordedCall[] => [
    put(0, [1, 2], 1),
    put(0, [100, 101], 2),
    get(1, [atMs, atMs + 1], returns(policy(1))),
  ];

  test('violates the level of the built-in target', () => {
    const verdict = judge(late(500));
    expect(verdict).toMatchObject({ kind: 'violated', at: 2 });
    expect(verdict.kind === 'violated' && verdict.violation.history?.sentence).toMatch(/^(Lost|Stale)/);
  });

  test('may lag elsewhere within the bound, which is noted, and not beyond it', () => {
    expect(judge(late(500), 'eventual', 1_000)).toMatchObject({
      kind: 'holds',
      notes: [expect.stringContaining('no more')],
    });
    expect(guaranteeBrokenBy(late(2_500), 'eventual', 1_000)).toContain('within the bound');
  });

  test('may go back within the bound for a client that saw the change, which is noted, and not beyond it', () => {
    const back = (atMs: number): readonly RecordedCall[] => [
      ...late(500),
      get(2, [600, 601], returns(policy(2))),
      get(2, [atMs, atMs + 1], returns(policy(1))),
    ];
    expect(judge(back(700), 'eventual', 1_000)).toMatchObject({
      kind: 'holds',
      notes: [expect.stringContaining('go back')],
    });
    expect(guaranteeBrokenBy(back(2_500), 'eventual', 1_000)).toContain('within the bound');
  });
});
