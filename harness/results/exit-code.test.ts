// The exit code of a run: each rule by itself, and the order in which they apply.

import { describe, expect, test } from 'vitest';
import type { CheckReport, FailureReport } from '../files/report.js';
import { decideExit, type RunOutcome } from './exit-code.js';

function check(verdict: CheckReport['verdict'], level: CheckReport['level'] = 'must'): CheckReport {
  const nothing = {
    reason: 'r',
    observed: 0,
    required: 1,
    inputClasses: [],
    notes: [],
    failures: [],
  };
  return { id: 'c', requirement: 'POL-05', title: 't', level, verdict, ...nothing };
}

const conforming: RunOutcome = {
  checks: [check('pass')],
  leftovers: [],
  faults: [],
  stopped: null,
  interruptedBy: undefined,
};
const problem = { check: 'c', signature: 's', kind: 'unexpected-pass', words: 'w' } as const;
const outOfDate = { file: 'f', entries: 1, knownChecks: 0, outOfDate: [problem] };
const leftover = { arn: 'a', reason: 'r', answered: true };

/** From the gravest to the least: each takes precedence over all that follow. */
const rules: readonly (readonly [number, string, Partial<RunOutcome>])[] = [
  [130, 'an interruption', { interruptedBy: 'SIGINT' }],
  [7, 'a fault of the suite', { faults: ['f'] }],
  [8, 'a CA left over', { leftovers: [leftover] }],
  [1, 'a failed check', { checks: [check('fail'), check('pass')] }],
  [4, 'a run that was stopped', { stopped: 'r' }],
  [4, 'an indeterminate check', { checks: [check('indeterminate'), check('pass')] }],
  [5, 'a vacuous check', { checks: [check('vacuous'), check('pass')] }],
  [5, 'no check at all', { checks: [] }],
  [5, 'checks that could not be made alone', { checks: [check('unsupported'), check('not-testable')] }],
  [3, 'a baseline that is out of date', { baseline: outOfDate }],
  [0, 'checks that passed', {}],
];

describe('a run', () => {
  test.each(rules)('ends with %i for %s', (code, _what, outcome) => {
    expect(decideExit({ ...conforming, ...outcome }).code).toBe(code);
  });

  test('ends with 143 when it is terminated', () => {
    expect(decideExit({ ...conforming, interruptedBy: 'SIGTERM' }).code).toBe(143);
  });

  const pairs = rules.flatMap((graver, index) => rules.slice(index + 1).map((lesser) => [graver, lesser] as const));

  // Rules of the same code, and those about too few checks, have no order between them.
  const ordered = pairs.filter(([graver, lesser]) => graver[0] !== lesser[0] && graver[0] !== 5);

  test.each(ordered)('takes the graver of two', (graver, lesser) => {
    const checks = [...(graver[2].checks ?? []), ...(lesser[2].checks ?? []), check('pass')];
    expect(decideExit({ ...conforming, ...lesser[2], ...graver[2], checks }).code).toBe(graver[0]);
  });
});

test('a known failure fails no run, and any other one does', () => {
  const known = { state: 'known', reason: 'r', issue: null } as const;
  const texts = { signature: 's', inputClass: 's', guarantee: 'g', actual: 'a', replay: 'r', aws: 'a', curl: null };
  const failure: FailureReport = {
    ...texts,
    program: [],
    expected: [],
    differences: [],
    control: null,
    history: null,
  };
  const accepted = { ...check('fail'), failures: [{ ...failure, known }] };
  expect(decideExit({ ...conforming, checks: [accepted, check('pass')] }).code).toBe(0);
  expect(decideExit({ ...conforming, checks: [accepted] }).code).toBe(0);
  const beside = { ...accepted, failures: [...accepted.failures, failure] };
  expect(decideExit({ ...conforming, checks: [beside, check('pass')] }).code).toBe(1);
  expect(decideExit({ ...conforming, checks: [beside], baseline: outOfDate }).code).toBe(1);
});

test.each(['indeterminate', 'vacuous'] as const)('a check at level note that is %s blocks nothing', (verdict) => {
  expect(decideExit({ ...conforming, checks: [check(verdict, 'note'), check('pass')] }).code).toBe(0);
});

test.each(['unsupported', 'not-testable', 'excluded'] as const)('a check that is %s blocks nothing', (verdict) => {
  expect(decideExit({ ...conforming, checks: [check(verdict), check('pass')] }).code).toBe(0);
});

test('a CA of a target that stopped answering is not left over', () => {
  const unknown = { ...leftover, answered: false };
  expect(decideExit({ ...conforming, stopped: 'silent', leftovers: [unknown] }).code).toBe(4);
  expect(decideExit({ ...conforming, leftovers: [unknown] }).code).toBe(8);
});
