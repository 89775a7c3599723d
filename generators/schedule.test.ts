// Schedules satisfy the contract of generators whose values are saved, and match their shapes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFileSchema } from '../harness/files/case-file.js';
import type { Case } from '../harness/api/case.js';
import { callsOf, type ScheduledCall } from '../harness/api/schedule.js';
import { schedules } from './schedule.js';
import { scheduleShapes } from './schedule-shapes.js';
import { savedArbitraryContract } from './testing/arbitrary-contract.js';

const shapes = scheduleShapes.map((shape) => ({ ...shape, cases: schedules({ ...shape, inputClass: shape.id }) }));

function scheduledCalls({ schedule }: Case): readonly ScheduledCall[] {
  return schedule === undefined ? [] : callsOf(schedule);
}

function policiesOf(subject: Case): readonly string[] {
  return scheduledCalls(subject).flatMap(({ operation }) =>
    operation.kind === 'PutPolicy' ? [operation.input.Policy] : [],
  );
}

/** Whether the calls name every given CA, and no other. */
function namesItsAuthorities(subject: Case): boolean {
  const named = new Set(scheduledCalls(subject).map(({ operation: { input } }) => Object.values(input)[0]));
  return named.size === subject.given.length && subject.given.every((_, index) => named.has(`{{ca${index}.arn}}`));
}

for (const { id, cases } of shapes) {
  savedArbitraryContract(id, cases, (subject) => {
    const { success } = caseFileSchema.shape.case.safeParse(subject);
    return success && subject.inputClass === id && namesItsAuthorities(subject);
  });
}

describe('policies', () => {
  test.each(shapes.filter(({ id }) => id !== 'idle/first-puts').map(({ id, cases }) => [id, cases] as const))(
    'of %s are each put once',
    (_id, cases) => {
      for (const subject of fc.sample(cases, { seed: 3, numRuns: 20 })) {
        const policies = policiesOf(subject);
        expect(new Set(policies).size).toBe(policies.length);
      }
    },
  );

  test('are put twice in the shape that repeats puts', () => {
    const shape = shapes.find(({ id }) => id === 'idle/first-puts');
    if (shape === undefined) throw new Error('The shape does not exist.');
    const [subject] = fc.sample(shape.cases, { seed: 3, numRuns: 1 });
    const policies = subject === undefined ? [] : policiesOf(subject);
    expect(policies).toHaveLength(50);
    expect(new Set(policies).size).toBe(25);
  });
});

test('schedules shrink to the smallest that still has the property', () => {
  const shape = shapes.find(({ id }) => id === 'mixed/four-lanes');
  if (shape === undefined) throw new Error('The shape does not exist.');
  const hasDelete = (subject: Case): boolean =>
    scheduledCalls(subject).some(({ operation }) => operation.kind === 'DeletePolicy');
  const { counterexample } = fc.check(
    fc.property(shape.cases, (subject) => !hasDelete(subject)),
    { seed: 1, numRuns: 100 },
  );
  expect(counterexample?.[0].schedule).toEqual({
    waves: [
      {
        lanes: [
          {
            offset: 0,
            calls: [{ pause: 'none', operation: { kind: 'DeletePolicy', input: { ResourceArn: '{{ca0.arn}}' } } }],
          },
        ],
      },
    ],
    order: 0,
  });
});
