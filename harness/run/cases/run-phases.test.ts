// The order of the phases, and that nothing starves: neither a small check next to a large one, nor an input class
// next to the others of its check.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../api/case.js';
import { oracle } from '../../model/oracle.js';
import type { Check } from './check.js';
import { InconclusiveRun } from '../session/interruption.js';
import { phases, type Phase } from './phases.js';
import { beginCheck, type CheckResult } from './run-check.js';
import { runPhases } from './run-phases.js';
import { noSettling } from '../session/settling.js';
import { callerTo, plainContext, poolOf } from '../../testing/fake-context.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** A check with so many input classes, each case of which is one read of a CA without a policy. */
function checkOf(id: string, inputClasses: number, phase?: Check['phase']): Check {
  return {
    id,
    requirement: 'GP-01',
    title: id,
    phase,
    inputClasses: Array.from({ length: inputClasses }, (_, index) => ({
      id: `${id}/${index}`,
      cases: fc.constant<Case>({
        inputClass: `${id}/${index}`,
        given: ['usable'],
        steps: [{ role: 'subject', operation: { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } } }],
      }),
    })),
  };
}

interface Played {
  readonly log: readonly { readonly phase: Phase; readonly inputClass: string }[];
  readonly results: ReadonlyMap<string, CheckResult>;
}

interface Plan {
  readonly checks: readonly Check[];
  readonly casesPerInputClass: number;
  readonly concurrency: number;
  readonly maxCalls: number;
  readonly untilBudgetEnds: boolean;
}

/** Runs the phases on a target without policies, with a budget of calls. */
async function play({ checks, casesPerInputClass, maxCalls, ...plan }: Plan): Promise<Played> {
  let calls = 0;
  const log: { phase: Phase; inputClass: string }[] = [];
  const results = new Map<string, CheckResult>();
  const call = async (): Promise<{ kind: 'service-error'; error: string; status: number }> => {
    if (calls >= maxCalls) throw new InconclusiveRun('spent', true);
    calls += 1;
    return { kind: 'service-error', error: 'ResourceNotFoundException', status: 400 };
  };
  const isSpent = (): boolean => calls >= maxCalls;
  const context = {
    caller: callerTo(call, { callCount: () => calls, isSpent }),
    pool: poolOf({ arn, status: 'PENDING_CERTIFICATE' }),
    oracle,
    clock: { nowMs: () => 0, pause: async () => {} },
    settling: noSettling,
    settlingDecisions: noSettling,
    ...plainContext(),
  };
  const runs = checks.map((check) =>
    beginCheck(context, check, { seed: 1, casesPerInputClass }, ({ phase, case: { inputClass } }) =>
      log.push({ phase, inputClass }),
    ),
  );
  await runPhases(runs, {
    ...plan,
    isSpent,
    onTurn: () => {},
    onOver: (run) => results.set(run.check.id, run.conclude()),
    onFault: (_check, fault) => {
      throw fault;
    },
  });
  return { log, results };
}

const someChecks = fc
  .array(
    fc.record({
      inputClasses: fc.integer({ min: 1, max: 40 }),
      phase: fc.constantFrom(undefined, undefined, 'pairs' as const, 'sequences' as const),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((sizes) => sizes.map(({ inputClasses, phase }, index) => checkOf(`check-${index}`, inputClasses, phase)));

describe('the phases of a run', () => {
  test('come one after the other, and give every input class its cases', async () => {
    await fc.assert(
      fc.asyncProperty(
        someChecks,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        async (checks, casesPerInputClass, concurrency) => {
          const plan = { checks, casesPerInputClass, concurrency, maxCalls: Infinity, untilBudgetEnds: false };
          const { log, results } = await play(plan);
          const order = log.map(({ phase }) => phases.indexOf(phase));
          expect(order).toEqual(order.toSorted((left, right) => left - right));
          for (const { id, phase } of checks) {
            const cases = phase === 'pairs' ? 1 : casesPerInputClass;
            expect(results.get(id)?.inputClasses.map((inputClass) => inputClass.observed)).toEqual(
              checks.find((check) => check.id === id)?.inputClasses.map(() => cases),
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('starve no input class: random cases go through all before any is repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        someChecks,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 500 }),
        async (checks, concurrency, surplus) => {
          const inputClasses = checks.flatMap((check) => check.inputClasses.map(({ id }) => id));
          const maxCalls = inputClasses.length + surplus;
          const { log, results } = await play({
            checks,
            casesPerInputClass: 1,
            concurrency,
            maxCalls,
            untilBudgetEnds: true,
          });
          const counts = inputClasses.map(
            (id) => log.filter((each) => each.phase === 'random' && each.inputClass === id).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          expect(log.length).toBe(maxCalls);
          // Such a run ends with its budget, so no check is blamed for its end.
          for (const result of results.values()) expect(result).toMatchObject({ verdict: 'pass', stopped: undefined });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('begin with the longest cases, so that none is left alone at the end', async () => {
    const checks = [2, 0, 60].map((calls) => {
      const check = checkOf(`of-${calls}`, 2);
      return {
        ...check,
        inputClasses: check.inputClasses.map((inputClass) => ({ ...inputClass, longestCaseCalls: calls })),
      };
    });
    const plan = { checks, casesPerInputClass: 1, concurrency: 1, maxCalls: Infinity, untilBudgetEnds: false };
    const { log } = await play(plan);
    const inputClasses = ['of-60/0', 'of-60/1', 'of-2/0', 'of-2/1', 'of-0/0', 'of-0/1'];
    expect(log.map(({ inputClass }) => inputClass)).toEqual(inputClasses);
  });

  test('begin what mostly waits a phase early, if more than one call is in progress at a time', async () => {
    const sequences = checkOf('sequences', 3, 'sequences');
    const waves = checkOf('waves', 3, 'waves');
    const inputClasses = waves.inputClasses.map((inputClass, index) => ({ ...inputClass, waits: index === 1 }));
    const plan = { checks: [{ ...waves, inputClasses }, sequences], casesPerInputClass: 1, maxCalls: Infinity };
    const orderAt = async (concurrency: number): Promise<readonly string[]> => {
      const { log, results } = await play({ ...plan, concurrency, untilBudgetEnds: false });
      // No check ends before the last of its classes does.
      expect(results.get('waves')?.inputClasses.map(({ observed }) => observed)).toEqual([1, 1, 1]);
      return log.map(({ inputClass }) => inputClass);
    };
    const inOrder = ['sequences/0', 'sequences/1', 'sequences/2', 'waves/0', 'waves/1', 'waves/2'];
    expect(await orderAt(1)).toEqual(inOrder);
    const early = await orderAt(2);
    expect(early.indexOf('waves/1')).toBeLessThan(early.indexOf('sequences/2'));
    expect(early.filter((inputClass) => inputClass !== 'waves/1')).toEqual(
      inOrder.filter((inputClass) => inputClass !== 'waves/1'),
    );
  });

  test('leave undecided what the budget did not reach, and keep what it did', async () => {
    const checks = [checkOf('reached', 3), checkOf('cut-short', 5)];
    const plan = { checks, casesPerInputClass: 4, concurrency: 1, maxCalls: 5, untilBudgetEnds: false };
    const { results } = await play(plan);
    expect(results.get('reached')).toMatchObject({ verdict: 'pass', observed: 3, stopped: 'spent' });
    expect(results.get('cut-short')).toMatchObject({ verdict: 'indeterminate', observed: 2, reason: 'spent' });
  });
});
