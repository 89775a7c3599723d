// A target that restarted during a case is not blamed for what it forgot; one that is always wrong is.

import { expect, test } from 'vitest';
import type { Case } from '../../api/case.js';
import type { Losses } from '../session/caller/answer-record.js';
import type { CaseContext, CaseResult } from './case-run.js';
import { runUndisturbed } from './run-undisturbed.js';
import { callerTo } from '../../testing/fake-context.js';

const subject: Case = { inputClass: 'any', given: [], steps: [] };
const violated: CaseResult = {
  kind: 'violated',
  at: 0,
  violation: { guarantee: 'any', expected: [], actual: '', differences: [] },
};
const holds: CaseResult = { kind: 'holds', notes: [] };

/** A run of the case for each entry: its result, and the connections lost during it. */
async function play(
  runs: readonly (readonly [CaseResult, Losses])[],
): Promise<{ readonly kind: CaseResult['kind']; readonly runs: number }> {
  const losses = { calls: 3, overlapping: 1 };
  let count = 0;
  const context = {
    caller: callerTo(async () => ({ kind: 'success', output: {} }), { losses: () => ({ ...losses }) }),
    runCase: async () => {
      const [result, lost] = runs[count] ?? [holds, { calls: 0, overlapping: 0 }];
      count += 1;
      losses.calls += lost.calls;
      losses.overlapping += lost.overlapping;
      return { result, trace: [], arns: [] };
    },
    // Nothing else is used if the case is run by a function of its own.
  } as unknown as CaseContext;
  const { result } = await runUndisturbed(context, subject);
  return { kind: result.kind, runs: count };
}

const none = { calls: 0, overlapping: 0 };
const some = { calls: 2, overlapping: 0 };
const overlapping = { calls: 2, overlapping: 2 };

test.each([
  ['a violation while nothing was lost counts at once', [[violated, none]], 'violated', 1],
  ['a case that holds is not run again, whatever was lost', [[holds, some]], 'holds', 1],
  [
    'a violation beside losses is looked at again',
    [
      [violated, some],
      [holds, none],
    ],
    'holds',
    2,
  ],
  [
    'one that shows again without losses counts',
    [
      [violated, some],
      [violated, none],
    ],
    'violated',
    2,
  ],
  [
    'one that never shows without losses is undecided',
    [
      [violated, some],
      [violated, some],
      [violated, some],
    ],
    'undecided',
    3,
  ],
  [
    'one beside the losses of overlapping calls alone counts in the end',
    [
      [violated, overlapping],
      [violated, overlapping],
      [violated, overlapping],
    ],
    'violated',
    3,
  ],
] as const)('%s', async (_title, runs, kind, count) => {
  expect(await play(runs)).toEqual({ kind, runs: count });
});
