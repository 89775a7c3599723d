// A failing case is cut down to the steps that its failure needs.

import { expect, test } from 'vitest';
import type { Case, Step } from '../api/case.js';
import type { CaseRun } from './run-case.js';
import { trimCase } from './trim-case.js';

function step(name: string): Step {
  return { role: 'subject', operation: { kind: 'GetPolicy', input: { ResourceArn: name } } };
}

function names({ steps }: Case): readonly string[] {
  return steps.map(({ operation }) => (operation.kind === 'GetPolicy' ? operation.input.ResourceArn : ''));
}

const violation = { guarantee: 'g', expected: [], actual: '', differences: [] };

/** Fails at `bad`, under the guarantee g where `needed` is still there and under another where it is not. */
function attempt(subject: Case): CaseRun {
  const at = names(subject).indexOf('bad');
  const guarantee = names(subject).includes('needed') ? 'g' : 'other';
  const result =
    at < 0
      ? ({ kind: 'holds', notes: [] } as const)
      : ({ kind: 'violated', at, violation: { ...violation, guarantee } } as const);
  return { result, trace: [], arns: [] };
}

test('keeps the failing step, what it needs, and nothing else', async () => {
  const failing: Case = {
    stratum: 's',
    given: ['usable'],
    steps: ['a', 'needed', 'b', 'bad', 'after'].map((name) => step(name)),
  };
  const trimmed = await trimCase(failing, attempt(failing), {
    attempt: async (subject) => attempt(subject),
    isSpent: () => false,
  });
  expect(names(trimmed)).toEqual(['needed', 'bad']);
});
