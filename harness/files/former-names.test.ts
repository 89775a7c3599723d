// Results that an earlier version wrote are read as if this version had written them.

import { expect, test } from 'vitest';
import { presentResults } from './former-names.js';
import { resultsSchema } from './report.js';
import { verdicts } from './verdicts.js';

const failure = {
  stratum: 'policy/words',
  signature: 'policy/words: Success',
  guarantee: 'PutPolicy is answered as documented.',
  program: [{ role: 'subject', operation: 'PutPolicy', input: { Policy: 'stratum' }, answer: 'Success' }],
  expected: ['InvalidPolicyException'],
  actual: 'Success',
  differences: [],
  control: null,
  history: null,
  replay: 'npx pca-conformance replay a.json',
  aws: 'aws acm-pca put-policy',
  curl: null,
};
const other = { ...failure, stratum: 'policy/empty', signature: 'policy/empty: Success' };

function check(id: string, failures: object): object {
  const counts = { observed: 2, required: 2, notes: [] };
  const strata = [{ id: 'policy/words', cases: 1, observed: 1, rejected: 0, distinct: 1 }];
  return {
    id,
    requirement: 'POL-05',
    level: 'must',
    title: 't',
    verdict: 'fail',
    reason: null,
    ...counts,
    strata,
    ...failures,
  };
}

const written = {
  schema: 'pca-conformance/results/1',
  suite: { name: 'pca-conformance', version: '0.1.0' },
  requirementSet: { revision: '2026-11-01', modelRevision: '2025-02-11', checks: 2 },
  run: {
    stopped: null,
    id: 'r',
    startedAt: '2026-11-20T10:00:00.000Z',
    durationMs: 1,
    seed: 1,
    profile: 'ci',
    level: 'any-of',
    filters: [],
    calls: 3,
    throttled: 0,
    complete: true,
  },
  target: { name: 'builtin', region: 'us-east-1', usableStatus: null, capabilities: {} },
  summary: { divergence: 0.5, coverage: 1, verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) },
  checks: [check('a', { failure, otherFailures: [other] }), check('b', { failure: null, otherFailures: [] })],
  leftovers: [],
  faults: [],
  exit: { code: 1, reason: 'r' },
};

test('the separate failure is the first in the list', () => {
  const { schema, checks } = resultsSchema.parse(presentResults(written));
  expect(schema).toBe('pca-conformance/results/2');
  expect(checks.map(({ failures }) => failures.map(({ inputClass }) => inputClass))).toEqual([
    ['policy/words', 'policy/empty'],
    [],
  ]);
  // The input of a call is not renamed.
  expect(checks[0]?.failures[0]?.program[0]?.input).toEqual({ Policy: 'stratum' });
});

test.each([
  ['present results', resultsSchema.parse(presentResults(written))],
  ['another file', { schema: 'pca-conformance/case/1', failure: null }],
  ['results without checks', { schema: 'pca-conformance/results/2' }],
  ['a list', []],
  ['nothing', null],
])('%s are left alone', (_what, value) => {
  expect(presentResults(value)).toEqual(value);
});
