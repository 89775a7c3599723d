// One violation is charged to one requirement, and every other check that found it is blocked by it.

import { expect, test } from 'vitest';
import type { RequirementId } from '../../catalogue/index.js';
import { attribute, type Concluded } from './attribution.js';
import type { Check } from './check.js';
import type { Citation } from '../judge/citations.js';
import type { CheckResult } from './run-check.js';
import type { FailureFound } from './input-class-progress.js';

function check(requirement: RequirementId, more: Partial<Check> = {}): Check {
  return { id: `checks/${requirement}`, requirement, title: '', inputClasses: [], ...more };
}

/** A failure at its only call, which was answered with an error of this name. */
function failure(inputClass: string, error: string, citation: Citation): FailureFound {
  const operation = { kind: 'GetPolicy', input: { ResourceArn: 'arn' } } as const;
  const violation = { guarantee: '', expected: ['Success'], actual: error, differences: [], ...citation };
  return {
    inputClass,
    failing: { inputClass, given: ['usable'], steps: [{ role: 'subject', operation }] },
    run: {
      result: { kind: 'violated', at: 0, violation },
      trace: [{ role: 'subject', operation, outcome: { kind: 'service-error', error, status: 400 } }],
      arns: [],
    },
  };
}

function concluded(own: Check, result: Partial<CheckResult>): Concluded {
  const nothing = {
    observed: 1,
    required: 1,
    notes: [],
    failures: [],
    replayed: [],
    fixed: [],
    inputClasses: [],
    blockers: [],
  };
  return { check: own, result: { verdict: 'pass', ...nothing, ...result } };
}

function failing(own: Check, ...failures: readonly FailureFound[]): Concluded {
  return concluded(own, { verdict: 'fail', failures });
}

function blocked(own: Check, found: FailureFound, cites: readonly RequirementId[]): Concluded {
  return concluded(own, { verdict: 'blocked', reason: 'answered A', observed: 0, blockers: [{ cites, found }] });
}

const only = (id: RequirementId): Citation => ({ cites: [id], tiers: [[id]] });

test('a violation fails the requirement cited if its own checks do not fail', () => {
  const [own, other] = [check('PP-01'), check('POL-05')];
  const found = failure('s', 'A', only('POL-05'));
  const { results, charges } = attribute([blocked(own, found, ['POL-05']), concluded(other, {})], [own, other]);
  expect(charges.map((charge) => [charge.check.id, charge.blocker.found])).toEqual([[other.id, found]]);
  expect(results.get(own.id)).toMatchObject({ verdict: 'blocked', blockedBy: ['POL-05'] });
});

test('a violation fails nothing more if the requirement cited fails already', () => {
  const [own, other] = [check('PP-01'), check('POL-05')];
  const all = [
    blocked(own, failure('s', 'A', only('POL-05')), ['POL-05']),
    failing(other, failure('t', 'B', only('POL-05'))),
  ];
  expect(attribute(all, [own, other]).charges).toEqual([]);
});

test('two violations of one requirement fail it once', () => {
  const [one, two, other] = [check('PP-01'), check('GP-07'), check('POL-05')];
  const all = [one, two].map((each) => blocked(each, failure('s', 'A', only('POL-05')), ['POL-05']));
  expect(attribute([...all, concluded(other, {})], [one, two, other]).charges).toHaveLength(1);
});

test('a check that was not selected can be charged, and one of a level that fails nothing cannot', () => {
  const own = check('PP-01');
  const found = failure('s', 'A', only('POL-05'));
  const charged = (other: Check): number => attribute([blocked(own, found, ['POL-05'])], [own, other]).charges.length;
  expect(charged(check('POL-05'))).toBe(1);
  expect(charged(check('POL-05', { level: 'note' }))).toBe(0);
});

test('a violation that can fail nothing leaves the check undecided', () => {
  const own = check('PP-01');
  const found = failure('s', 'A', only('POL-34'));
  const { results } = attribute([blocked(own, found, ['POL-34'])], [own]);
  expect(results.get(own.id)).toMatchObject({ verdict: 'indeterminate' });
});

test('a more general requirement that fails by the same answer explains a failure, and by another it does not', () => {
  const [general, special] = [check('PP-03'), check('POL-27')];
  const citation: Citation = { cites: ['POL-27'], tiers: [['PP-03'], ['POL-27']] };
  const verdictWith = (answer: string): unknown => {
    const all = [failing(general, failure('t', answer, only('PP-03'))), failing(special, failure('s', 'A', citation))];
    return attribute(all, [general, special]).results.get(special.id)?.verdict;
  };
  expect(verdictWith('A')).toBe('blocked');
  expect(verdictWith('B')).toBe('fail');
});

test('requirements of one tier do not explain each other', () => {
  const checks = [check('POL-27'), check('POL-33')];
  const citation: Citation = { cites: ['POL-27', 'POL-33'], tiers: [['POL-27', 'POL-33']] };
  const { results } = attribute(
    checks.map((each) => failing(each, failure(each.id, 'A', citation))),
    checks,
  );
  expect(checks.map(({ id }) => results.get(id)?.verdict)).toEqual(['fail', 'fail']);
});

test('of several failures those that are explained are left out', () => {
  const [general, special] = [check('PP-03'), check('POL-27')];
  const explained = failure('s', 'A', { cites: ['POL-27'], tiers: [['PP-03'], ['POL-27']] });
  const standing = failure('u', 'B', only('POL-27'));
  const all = [failing(general, failure('t', 'A', only('PP-03'))), failing(special, explained, standing)];
  const result = attribute(all, [general, special]).results.get(special.id);
  expect(result).toMatchObject({ verdict: 'fail', failures: [standing], blockedBy: ['PP-03'] });
});
