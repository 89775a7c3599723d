// Properties that every check has to have.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arnFlaws } from '../generators/arn-flaws.js';
import { policyFlaws } from '../generators/policy-flaws.js';
import { newestConstraints } from '../harness/api/constraints.js';
import { callsOf } from '../harness/api/schedule.js';
import { checkIds } from '../harness/catalogue/check-ids.js';
import { requirementIds, requirements } from '../harness/catalogue/index.js';
import { renderText } from '../harness/api/render-case.js';
import { allChecks } from './all-checks.js';
import { allSdkChecks } from './sdk/all-sdk-checks.js';

const inputClasses = allChecks.flatMap((check) => check.inputClasses.map((inputClass) => ({ check, inputClass })));

test('the checks are those of `check-ids.ts`', () => {
  const ids: readonly string[] = [...allChecks, ...allSdkChecks].map(({ id }) => id);
  expect(ids.toSorted()).toEqual(checkIds.toSorted());
});

test('no two checks share an id', () => {
  const ids = allChecks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every check has at least one input class, and none twice', () => {
  for (const { id, inputClasses: own } of allChecks) {
    expect(own.length, id).toBeGreaterThan(0);
    expect(new Set(own.map((inputClass) => inputClass.id)).size, id).toBe(own.length);
  }
});

test('every flaw is exercised by a check of its requirement', () => {
  for (const flaw of [...arnFlaws(newestConstraints), ...policyFlaws(newestConstraints)]) {
    const checks = inputClasses.filter(
      ({ inputClass }) => inputClass.id === flaw.id || inputClass.id.startsWith(`${flaw.id}/`),
    );
    expect(
      checks.map(({ check }) => check.requirement),
      flaw.id,
    ).toContain(flaw.requirement);
  }
});

test('every requirement has a check, is judged through a requirement that has one, or says why it is not judged', () => {
  const judged: ReadonlySet<string> = new Set(allChecks.map(({ requirement }) => requirement));
  const waysOf = (id: (typeof requirementIds)[number]): number => {
    const { judgedThrough, unjudged } = requirements[id];
    const through = judgedThrough !== undefined && judgedThrough.every((each) => judged.has(each));
    return [judged.has(id), through, unjudged !== undefined].filter(Boolean).length;
  };
  expect(requirementIds.filter((id) => waysOf(id) !== 1)).toEqual([]);
});

test('a requirement marked as unjudged has no check', () => {
  const judged = new Set(allChecks.map(({ requirement }) => requirement));
  const contradictions = requirementIds.filter((id) => judged.has(id) && requirements[id].unjudged !== undefined);
  expect(contradictions).toEqual([]);
});

describe.each(inputClasses.map(({ check, inputClass }) => [check.id, inputClass.id, inputClass] as const))(
  '%s: %s',
  (_check, id, inputClass) => {
    test('generates cases that carry its id, start with a CA and have a step to judge', () => {
      fc.assert(
        fc.property(inputClass.cases, (subject) => {
          expect(subject.inputClass).toBe(id);
          expect(subject.given.length).toBeGreaterThan(0);
          const judged = subject.steps.some(({ role }) => role === 'subject') || subject.schedule !== undefined;
          expect(judged).toBe(true);
        }),
        { numRuns: 10 },
      );
    });

    test('generates the same cases from the same seed', () => {
      const sample = (): string => JSON.stringify(fc.sample(inputClass.cases, { seed: 42, numRuns: 5 }));
      expect(sample()).toBe(sample());
    });

    // A truncated policy may end inside a token.
    test.skipIf(id.endsWith('truncated'))('fills in every token', () => {
      const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
      for (const { steps, schedule, given } of fc.sample(inputClass.cases, { seed: 7, numRuns: 3 })) {
        const texts = [...steps, ...(schedule === undefined ? [] : callsOf(schedule))]
          .flatMap(({ operation }) => Object.values(operation.input))
          .filter((value) => typeof value === 'string');
        for (const text of texts) {
          expect(
            renderText(
              text,
              given.map(() => arn),
            ),
          ).not.toMatch(/\{\{(ca\d|fill)/);
        }
      }
    });
  },
);
