// Counterexamples about length shrink to the shortest length that fails, wherever the padding is.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyFlaw } from '../generators/flaw.js';
import { flawedPolicyCase } from '../generators/flawed-cases.js';
import { disputedLengths, excessiveLengths, undisputedLengths } from '../generators/policy-lengths.js';
import type { Case } from '../harness/api/case.js';
import { newestConstraints } from '../harness/api/constraints.js';
import { renderText } from '../harness/api/render-case.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** The length of the policy that the subject step of a case sends. */
function lengthOf({ steps }: Case): number {
  const put = steps.find(({ role, operation }) => role === 'subject' && operation.kind === 'PutPolicy');
  return put?.operation.kind === 'PutPolicy' ? renderText(put.operation.input.Policy, [arn]).length : 0;
}

/** The length of the smallest counterexample for a service that fails on some lengths. */
function smallestFailure(row: PolicyFlaw, fails: (length: number) => boolean): number | undefined {
  const { counterexample } = fc.check(
    fc.property(flawedPolicyCase(row), (subject) => !fails(lengthOf(subject))),
    { seed: 1 },
  );
  return counterexample?.[0] === undefined ? undefined : lengthOf(counterexample[0]);
}

function rows(table: readonly PolicyFlaw[]): readonly (readonly [string, PolicyFlaw])[] {
  return table.map((row) => [row.id, row]);
}

describe('a service that rejects more than 10,000 characters', () => {
  test.each(rows(undisputedLengths(newestConstraints)))('is found at 10,001: %s', (_id, row) => {
    expect(smallestFailure(row, (length) => length > 10_000)).toBe(10_001);
  });
});

describe('a service that rejects more than 50,000 characters', () => {
  const longest = disputedLengths(newestConstraints).filter(({ id }) => id.includes('/maximum'));
  test.each(rows(longest))('is found at 50,001: %s', (_id, row) => {
    expect(smallestFailure(row, (length) => length > 50_000)).toBe(50_001);
  });
});

describe('a service without a limit', () => {
  test.each(rows(excessiveLengths(newestConstraints)))('is found at 81,921: %s', (_id, row) => {
    expect(smallestFailure(row, (length) => length > 81_920)).toBe(81_921);
  });
});
