// Shrinks the schedule of a failing case: first by what its history shows, without any call, then by running smaller ones.

import fc from 'fast-check';
import type { Case } from '../../api/case.js';
import type { Schedule, ScheduledOperation, Wave } from '../../api/schedule.js';
import type { CaseRun } from './case-run.js';
import { oneAfterAnother } from './run-schedule-case.js';

export interface FailingSchedule {
  readonly failing: Case;
  readonly run: CaseRun;
}

/** Runs a case as often as it takes to see whether it still fails, or not at all if enough was tried. */
type Attempt = (subject: Case) => Promise<CaseRun>;

/** Fewer waves and lanes, then fewer calls, then less overlap; each must fail by the same guarantee. */
export async function shrinkSchedule(
  found: FailingSchedule,
  cases: fc.Arbitrary<Case>,
  attempt: Attempt,
): Promise<FailingSchedule> {
  const guarantee = guaranteeOf(found.run);
  let smallest = found;
  const stillFails = async (subject: Case): Promise<boolean> => {
    const run = await attempt(subject);
    const fails = run.result.kind === 'violated' && guaranteeOf(run) === guarantee;
    if (fails) smallest = { failing: subject, run };
    return fails;
  };
  const needed = withNeededCalls(found);
  if (needed !== undefined) await stillFails(needed);
  // The value itself fails once more, or there is nothing to shrink.
  const property = fc.asyncProperty(cases, async (subject) => !(await stillFails(subject)));
  await fc.check(property, { seed: 0, examples: [[smallest.failing]], numRuns: 1 });
  await withLessOverlap(smallest.failing, stillFails);
  return smallest;
}

function guaranteeOf({ result }: CaseRun): string | undefined {
  return result.kind === 'violated' ? result.violation.guarantee : undefined;
}

/** The case with only the calls that the history needs. */
function withNeededCalls({ failing, run: { result } }: FailingSchedule): Case | undefined {
  const { schedule } = failing;
  if (schedule === undefined || result.kind !== 'violated' || result.needed === undefined) return undefined;
  const operations = new Set<ScheduledOperation>([...result.needed].map(({ generated }) => generated));
  return withWaves(failing, schedule, (wave) => ({
    lanes: wave.lanes.map((lane) => ({
      ...lane,
      calls: lane.calls.filter(({ operation }) => operations.has(operation)),
    })),
  }));
}

/** Every wave as calls in sequence, and then all waves. */
async function withLessOverlap(failing: Case, stillFails: (subject: Case) => Promise<boolean>): Promise<void> {
  const { schedule } = failing;
  if (schedule === undefined || schedule.waves.every(({ lanes }) => lanes.length === 1)) return;
  await stillFails({ ...failing, schedule: oneAfterAnother(schedule) });
}

/** Without lanes and waves that have no calls any more; undefined if none has. */
function withWaves(failing: Case, schedule: Schedule, change: (wave: Wave) => Wave): Case | undefined {
  const waves = schedule.waves
    .map((wave) => change(wave))
    .map(({ lanes }) => ({ lanes: lanes.filter(({ calls }) => calls.length > 0) }))
    .filter(({ lanes }) => lanes.length > 0);
  return waves.length === 0 ? undefined : { ...failing, schedule: { ...schedule, waves } };
}
