// A failing case is reduced to the steps that its failure needs.

import { expect, test } from 'vitest';
import type { Case, GivenAuthority, Step } from '../../api/case.js';
import type { ApiCall } from '../../api/raw-request.js';
import type { CaseRun } from './case-run.js';
import { trimCase } from './trim-case.js';

function put(policy: string, arn = '{{ca0.arn}}'): Step {
  return { role: 'subject', operation: { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy } } };
}

function get(arn = '{{ca0.arn}}'): Step {
  return { role: 'subject', operation: { kind: 'GetPolicy', input: { ResourceArn: arn } } };
}

/** An operation in short form: the policy that is put, or the ARN that is read. */
function nameOf(operation: ApiCall): string {
  if (operation.kind === 'PutPolicy') return operation.input.Policy;
  return operation.kind === 'GetPolicy' ? operation.input.ResourceArn : operation.kind;
}

function names({ steps }: Case): readonly string[] {
  return steps.map(({ operation }) => nameOf(operation));
}

function caseOf(steps: readonly Step[], given: readonly GivenAuthority[] = ['usable']): Case {
  return { inputClass: 's', given, steps };
}

/** A target that fails at the step of this name; the expected answer depends on the case. */
function failingAt(bad: string, expected: (subject: Case) => string | undefined): (subject: Case) => CaseRun {
  return (subject) => {
    const at = names(subject).indexOf(bad);
    const should = expected(subject);
    if (at < 0 || should === undefined) return { result: { kind: 'holds', notes: [] }, trace: [], arns: [] };
    const violation = { guarantee: 'g', expected: [should], actual: '', differences: [] };
    return { result: { kind: 'violated', at, violation }, trace: [], arns: [] };
  };
}

async function trim(failing: Case, attempt: (subject: Case) => CaseRun): Promise<Case> {
  return trimCase(failing, attempt(failing), async (subject) => attempt(subject));
}

test('keeps the failing step, what it needs, and nothing else', async () => {
  const failing = caseOf(['a', 'needed', 'b', 'bad', 'after'].map((name) => put(name)));
  const trimmed = await trim(
    failing,
    failingAt('bad', (subject) => (names(subject).includes('needed') ? 'refusal' : undefined)),
  );
  expect(names(trimmed)).toEqual(['needed', 'bad']);
});

test('keeps a step without which another answer would be right', async () => {
  const failing = caseOf([put('a'), get('bad')]);
  const trimmed = await trim(
    failing,
    failingAt('bad', (subject) => (names(subject).includes('a') ? 'the policy' : 'none')),
  );
  expect(names(trimmed)).toEqual(['a', 'bad']);
});

test('removes a refused put that gives the guarantee another name', async () => {
  const failing = caseOf([put('a'), put('flawed'), get('bad')]);
  const trimmed = await trim(
    failing,
    failingAt('bad', (subject) => (names(subject).includes('a') ? 'the policy' : 'none')),
  );
  expect(names(trimmed)).toEqual(['a', 'bad']);
});

test('removes two steps that only need each other', async () => {
  const failing = caseOf(['delete', 'restore', 'bad'].map((name) => put(name)));
  const trimmed = await trim(
    failing,
    failingAt('bad', (subject) =>
      names(subject).includes('delete') === names(subject).includes('restore') ? 'refusal' : undefined,
    ),
  );
  expect(names(trimmed)).toEqual(['bad']);
});

test('keeps a read that excuses a policy returned in another form', async () => {
  const failing = caseOf([put('a'), { ...get('excuse'), role: 'control' }, get('bad')]);
  const attempt = failingAt('bad', () => 'the policy');
  const trimmed = await trim(failing, (subject) => {
    const run = attempt(subject);
    if (names(subject).includes('excuse') || run.result.kind !== 'violated') return run;
    const violation = { ...run.result.violation, differences: ['the form'] };
    return { ...run, result: { ...run.result, violation } };
  });
  expect(names(trimmed)).toContain('excuse');
});

test('removes a put before a read only if the read fails on a CA that never had a policy', async () => {
  const failing = caseOf([put('a'), get('bad')]);
  const leftBehind = await trim(
    failing,
    failingAt('bad', (subject) => (subject.fresh === true ? undefined : 'none')),
  );
  expect(names(leftBehind)).toEqual(['a', 'bad']);
  const alwaysThere = await trim(
    failing,
    failingAt('bad', () => 'none'),
  );
  expect(alwaysThere).toMatchObject({ fresh: true, steps: [{ operation: { kind: 'GetPolicy' } }] });
});

test('lists no CA that the failure does not need, and renumbers the others', async () => {
  const failing = caseOf(
    [put('{{ca2.arn}}', '{{ca1.arn}}'), put('bad', '{{ca2.arn}}')],
    ['usable', 'usable', 'ACTIVE'],
  );
  const trimmed = await trim(
    failing,
    failingAt('bad', () => 'refusal'),
  );
  expect(trimmed).toEqual(caseOf([put('bad', '{{ca0.arn}}')], ['ACTIVE']));
});
