// The concurrency checks notice every fault of overlapping calls over HTTP too, and object to no conforming way to handle
// them. `selftest` shows that the named check does so in process; `overlap-detection.bench.ts` measures how reliably.

import { describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { renderHistoryDiagram } from '../../reports/history/history-diagram.js';
import { allChecks } from '../../suites/all-checks.js';
import { callsOf } from '../api/schedule.js';
import { overlapMutants, overlapVariants } from '../mutants/all-mutants.js';
import type { OverlapDetection } from './detect-overlap.js';
import { runCase } from '../run/cases/run-case.js';
import { parseCaseFile } from '../files/parse-case-file.js';
import { createCaseSession } from '../run/cases/case-session.js';
import { judgeInProcess, judgeOverHttp, targetInProcess } from './testing/overlap-trial.js';
import { defaults } from '../run/session/run-config.js';

type Killed = Extract<OverlapDetection, { kind: 'killed' }>;

function requireKilled(detection: OverlapDetection): Killed {
  if (detection.kind === 'killed') return detection;
  throw new Error(`Nothing was noticed in ${detection.calls} calls.`);
}

test('there are at least fifteen faults, each with an existing check', () => {
  expect(overlapMutants.length).toBeGreaterThanOrEqual(15);
  const ids = allChecks.map(({ id }) => id);
  for (const { killedBy } of overlapMutants) expect(ids).toContain(killedBy);
});

// Over HTTP most of the time is spent waiting, so these run concurrently.
test.concurrent.each(overlapMutants)('$id is noticed over HTTP', async ({ intercept, killedBy }) => {
  const detection = await judgeOverHttp({
    intercept: intercept(),
    seed: 1,
    consistency: 'linearizable',
    first: killedBy,
  });
  expect(detection.kind).toBe('killed');
});

test.concurrent.each(overlapVariants)('$id passes over HTTP', async ({ intercept, keeps }) => {
  const detection = await judgeOverHttp({
    intercept: intercept(),
    seed: 1,
    consistency: keeps,
    casesPerInputClass: 1,
  });
  expect(detection).toMatchObject({ kind: 'passed' });
});

test.each(overlapVariants)('$id passes in process', async ({ intercept, keeps }) => {
  const detection = await judgeInProcess({
    intercept: intercept(),
    seed: 1,
    consistency: keeps,
    casesPerInputClass: 1,
  });
  expect(detection).toMatchObject({ kind: 'passed', shortfalls: [] });
});

describe('a failure', () => {
  const mutant = overlapMutants.find(({ id }) => id === 'undoes-deletes');
  if (mutant === undefined) throw new Error('The mutant is gone.');
  const { intercept, killedBy } = mutant;

  test('is shrunk to the calls that show it, saved, drawn and replayed', async () => {
    const options = { intercept: intercept(), seed: 1, consistency: 'linearizable', first: killedBy } as const;
    const { failure, check } = requireKilled(await judgeInProcess({ ...options, shrinks: true }));
    const { result } = failure.run;
    if (result.kind !== 'violated' || failure.failing.schedule === undefined) throw new Error('It does not fail.');
    // A put, a delete that is undone, a call that meets it, and at most one read.
    expect(callsOf(failure.failing.schedule).length).toBeLessThanOrEqual(4);
    const { history } = result.violation;
    if (history === undefined) throw new Error('There is no history.');
    expect(renderHistoryDiagram(history, { width: 100 })).toContain('DeletePolicy');

    const { guarantee } = result.violation;
    const saved = parseCaseFile(
      JSON.stringify({
        schema: 'pca-conformance/case/1',
        check,
        requirement: 'CC-02',
        guarantee,
        expected: result.violation.expected,
        actual: result.violation.actual,
        case: failure.failing,
      }),
    );
    if (saved.kind !== 'case') throw new Error(saved.problem);
    const session = createCaseSession({
      config: {
        judging: { ...defaults.judging, callTimeoutMs: 1_000, settleMs: 2_000 },
      },
      ...targetInProcess(intercept()),
      runId: 'replayed',
      acceptedPolicy,
      onEvent: () => {},
    });
    await session.probe();
    const again = await runCase(session, saved.saved.case);
    expect(again.result).toMatchObject({ kind: 'violated', violation: { guarantee } });
  });
});
