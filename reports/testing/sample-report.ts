// A report with every kind of result, for the tests of the renderers.

import type { CheckReport, FailureReport, Report } from '../../harness/files/report.js';
import { verdicts } from '../../harness/files/verdicts.js';

/** A text that is not from the suite, such as an answer of the target, by its place. */
export type ForeignText = (place: string) => string;

const acceptedText = '{"Version":"2012-10-17","Statement":[{"Sid":"first","Effect":"Allow"}]}';
const returnedText = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}';

/** `foreign` provides every text that does not come from the suite itself. */
export function sampleReport(foreign: ForeignText = (place) => place): Report {
  const checks = [
    passed('put-policy/replaces-the-policy', 'PP-01'),
    failedOnRefusal(foreign),
    failedOnReading(foreign),
    {
      ...passed('policy-content/handles-open-forms-consistently', 'POL-40'),
      notes: [`policy/open: ${foreign('note')}`],
    },
    undecided('concurrency/orders-calls', 'CC-01', 'indeterminate', foreign('reason of indeterminate')),
    undecided('arn/rejects-other-regions', 'ARN-07', 'vacuous', foreign('reason of vacuous')),
    undecided('wire/returns-messages-as-strings', 'WIRE-07', 'unsupported', 'the target lacks wire'),
    { ...undecided('RAM-01', 'RAM-01', 'not-testable', 'needs RAM sharing'), title: 'Needs RAM.' },
  ];
  return reportOf(checks, {
    target: {
      name: foreign('target'),
      region: 'us-east-1',
      usableStatus: 'ACTIVE',
      capabilities: {
        provision: { available: true, reason: 'a CA was created' },
        states: { available: false, reason: foreign('reason of a capability') },
      },
    },
    leftovers: [{ arn: foreign('left-over'), reason: foreign('reason of a left-over'), answered: true }],
    faults: [foreign('fault')],
    exit: { code: 8, reason: foreign('reason of the exit') },
  });
}

/** A report with these checks; `given` overrides other members. */
export function reportOf(checks: readonly CheckReport[], given: Partial<Report> = {}): Report {
  const count = (verdict: string): number => checks.filter((check) => check.verdict === verdict).length;
  const judged = count('pass') + count('fail');
  const failures = count('fail');
  return {
    schema: 'pca-conformance/results/2',
    suite: { name: 'pca-conformance', version: '1.2.3' },
    requirementSet: { revision: '2026-11', modelRevision: '2025-02-11', checks: 10 },
    run: {
      stopped: null,
      id: 'pca-0123456789ab',
      startedAt: '2026-11-24T06:56:16.267Z',
      durationMs: 65_400,
      seed: 7,
      profile: 'ci',
      level: 'any-of',
      filters: [],
      calls: 1_234,
      throttled: 0,
      complete: true,
      latency: [
        { operation: 'PutPolicy', calls: 3, minMs: 1.1, maxMs: 40, buckets: [bucket(1.19, 2), bucket(45.3, 1)] },
        { operation: 'GetPolicy', calls: 1, minMs: 2, maxMs: 2, buckets: [bucket(2, 1)] },
      ],
    },
    target: { name: 'builtin', region: 'us-east-1', usableStatus: 'ACTIVE', capabilities: {} },
    summary: {
      divergence: judged === 0 ? null : failures / judged,
      coverage: judged / 10,
      verdicts: Object.fromEntries(
        verdicts.map((verdict) => [verdict, count(verdict)]),
      ) as Report['summary']['verdicts'],
    },
    checks: [...checks],
    leftovers: [],
    faults: [],
    exit: failures > 0 ? { code: 1, reason: `${failures} checks failed` } : { code: 0, reason: 'every check passed' },
    ...given,
  };
}

function bucket(upToMs: number, calls: number): { upToMs: number; calls: number } {
  return { upToMs, calls };
}

export function passed(id: string, requirement: string): CheckReport {
  const inputClasses = [0, 1, 2, 5, 10, 50, 500].map((observed) => ({
    id: `class/${observed}`,
    cases: observed + 1,
    observed,
    rejected: 1,
    distinct: observed,
  }));
  return {
    id,
    requirement,
    level: 'must',
    title: `keeps ${requirement}`,
    verdict: 'pass',
    reason: null,
    observed: 568,
    required: 6,
    inputClasses,
    notes: [],
    failures: [],
  };
}

function undecided(id: string, requirement: string, verdict: CheckReport['verdict'], reason: string): CheckReport {
  return { ...passed(id, requirement), verdict, reason, inputClasses: [], observed: 0 };
}

export function failed(id: string, requirement: string, failures: readonly FailureReport[]): CheckReport {
  const inputClasses = failures.map(({ inputClass }) => ({
    id: inputClass,
    cases: 1,
    observed: 1,
    rejected: 0,
    distinct: 1,
  }));
  return {
    ...passed(id, requirement),
    verdict: 'fail',
    title: `breaks ${requirement}`,
    inputClasses,
    failures: [...failures],
  };
}

export function refusalMissed(foreign: ForeignText, inputClass: string): FailureReport {
  const input = { ResourceArn: foreign('ARN'), Policy: foreign('policy') };
  return {
    signature: `${inputClass}: ${foreign('signature')}`,
    history: {
      columnCount: 2,
      calls: [
        { lane: 0, label: foreign('first'), firstColumn: 0, lastColumn: 1, isImpossible: false, place: 1 },
        { lane: 1, label: foreign('second'), firstColumn: 1, isImpossible: true },
      ],
      sentence: foreign('sentence'),
    },
    inputClass,
    guarantee: 'PutPolicy is answered as documented.',
    program: [{ role: 'subject', operation: 'PutPolicy', input, answer: foreign('answer') }],
    expected: ['InvalidPolicyException', 'ValidationException'],
    actual: foreign('actual'),
    differences: [],
    control: { operation: 'PutPolicy', input: { ...input, Policy: acceptedText }, edit: foreign('edit') },
    replay: `npx pca-conformance replay ${inputClass}.json --target ${foreign('target of a replay')}`,
    aws: `aws acm-pca put-policy --policy ${foreign('policy in a command')}`,
    curl: `curl ${foreign('address in a command')}`,
  };
}

function failedOnRefusal(foreign: ForeignText): CheckReport {
  const inputClasses = ['policy/words', 'policy/white-space', foreign('input class')];
  return failed(
    'policy-text/rejects-non-object-json',
    'POL-05',
    inputClasses.map((inputClass) => refusalMissed(foreign, inputClass)),
  );
}

function failedOnReading(foreign: ForeignText): CheckReport {
  const arn = { ResourceArn: '{{ca0.arn}}' };
  const failure: FailureReport = {
    ...refusalMissed(foreign, 'policy/template'),
    guarantee: 'After a successful PutPolicy, GetPolicy returns an equivalent document.',
    program: [
      { role: 'control', operation: 'PutPolicy', input: { ...arn, Policy: acceptedText }, answer: 'Success' },
      {
        role: 'subject',
        operation: 'GetPolicy',
        input: arn,
        answer: foreign('answer to a read'),
        returned: returnedText,
      },
    ],
    expected: ['Success with an equivalent policy'],
    differences: [`/Statement/0/Sid: sent "first", returned ${foreign('difference')}`],
    control: null,
    aws: 'none: the AWS CLI cannot send this request',
    curl: null,
  };
  const unreadable: FailureReport = {
    ...failure,
    inputClass: 'policy/unreadable',
    program: failure.program.map((call) =>
      call.operation === 'GetPolicy' ? { ...call, returned: foreign('returned') } : call,
    ),
  };
  return failed('get-policy/returns-the-stored-policy', 'GP-03', [failure, unreadable]);
}
