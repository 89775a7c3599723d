// Runs the cases of one input class, and shrinks the first failing case to a minimal example.

import fc from 'fast-check';
import type { Case } from '../../api/case.js';
import { protocols, type Protocol } from '../../api/protocol.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { ApiCall } from '../../api/raw-request.js';
import { InconclusiveRun } from '../session/interruption.js';
import { blockedBy } from './run-case.js';
import type { CaseContext, CaseRun } from './case-run.js';
import { explainProtocol } from './explain-protocol.js';
import { runSavedCase } from './run-saved-case.js';
import { runUndisturbed, runWhileConnected } from './run-undisturbed.js';
import { UnavailableAuthority } from '../session/authority-creation.js';
import { noSettling } from '../session/settling.js';
import { spread } from './spread-protocols.js';
import { shrinkSchedule } from './shrink-schedule.js';
import { signatureOf } from './signature.js';
import { uncounted } from './distinct-count.js';
import { trimCase } from './trim-case.js';
import {
  beginInputClass,
  type Blocker,
  type FailureFound,
  type InputClassProgress,
  countRun,
  countUnanswered,
  isSettled,
  recordKnownFailure,
} from './input-class-progress.js';

/**
 * The shrinking of one failure ends after so many attempts of the generator and so many milliseconds.
 * The generator may make so many calls, and the trimming of its result as many again.
 */
const shrinkLimits = { attempts: 200, calls: 1_000, timeMs: 30_000 } as const;

/** Called with every case that was run. */
export type InputClassListener = (subject: Case, run: CaseRun, shrinking: boolean) => void;

export interface InputClassTask {
  readonly context: CaseContext;
  readonly progress: InputClassProgress;
  /** The requirements whose violations fail the check. */
  readonly judges: ReadonlySet<RequirementId>;
  readonly onCase: InputClassListener;
  /** Whether the end of the budget is the regular end of the phase, which is not recorded. */
  readonly untilBudgetEnds: boolean;
  /** The protocols over which the calls of generated cases are spread. */
  readonly protocols: readonly Protocol[];
  /** Whether failures are shrunk. */
  readonly shrinks: boolean;
  /** Whether the cases are schedules. */
  readonly overlaps?: boolean | undefined;
}

/** Runs so many cases from one stream of values, after those before; stops at the first that fails, and shrinks it. */
export async function runInputClass(
  task: InputClassTask,
  { seed, cases, before }: { readonly seed: number; readonly cases: number; readonly before: number },
): Promise<void> {
  const { progress } = task;
  const search = beginSearch(task);
  const arbitrary = fc.limitShrink(progress.inputClass.cases, shrinkLimits.attempts);
  let index = before;
  let hasFailed = false;
  const property = fc.asyncProperty(arbitrary, async (subject) => {
    const passes = await search.passes(spread(subject, task.protocols, { seed, index }));
    // While a case is shrunk, its calls keep their protocols.
    hasFailed ||= !passes;
    if (!hasFailed) index += 1;
    return passes;
  });
  // A failing schedule is first shrunk by what its history shows.
  const endOnFailure = !task.shrinks || task.overlaps === true;
  const { numSkips } = await fc.check(property, { seed, numRuns: cases, endOnFailure });
  progress.rejected += numSkips;
  await search.conclude();
}

/** A saved case may have no control, so if it holds, that only shows that it is fixed. */
export async function trySavedCases(task: InputClassTask, saved: readonly Case[]): Promise<void> {
  for (const subject of saved) {
    if (isSettled(task.progress)) return;
    const search = beginSearch(task);
    const holds = await search.passes(subject, 'saved');
    if (holds && task.progress.halt === undefined) task.progress.fixed.push(subject);
    await search.conclude();
  }
}

interface Search {
  /** Runs a case; returns whether it counts as passed. */
  passes(subject: Case, origin?: 'saved'): Promise<boolean>;
  /** Records the smallest failure, if there was any. */
  conclude(): Promise<void>;
}

function beginSearch(task: InputClassTask, known?: FailureFound): Search {
  const { context, progress, onCase } = task;
  let first = known;
  let smallest = known;
  let halt: unknown;
  const budget = shrinkBudget(context);
  if (known !== undefined) budget.begin();
  const attempt = async (subject: Case, shrinking: boolean): Promise<CaseRun> => {
    // Attempts at a smaller example give reads no time to settle and repeat nothing; the final run does both.
    const own = shrinking ? { ...context, settling: noSettling, settlingDecisions: noSettling } : context;
    const runOnce = (once: Case): Promise<CaseRun> =>
      shrinking ? runWhileConnected(own, once) : runUndisturbed(own, once);
    const run = await explainProtocol(subject, await runOnce(subject), task.protocols, runOnce);
    const shown = run.simpler ?? subject;
    const judged = await withoutFalseAlarm(context, shown, judgedFor(task, subject, run, shrinking));
    onCase(subject, judged, shrinking);
    if (shrinking) budget.spend(judged);
    return judged;
  };
  /** An attempt that is skipped does not fail, so that the current example is kept. */
  const attemptSmaller = async (subject: Case): Promise<CaseRun> => {
    let run: CaseRun = { result: { kind: 'holds', notes: [] }, trace: [], arns: [] };
    for (let time = 0; time < repetitionsOf(context, subject); time += 1) {
      if (budget.isSpent() || run.result.kind === 'violated') return run;
      run = await attempt(subject, true);
    }
    return run;
  };
  return {
    async passes(subject, origin) {
      // A reason to stop must not look like a failure, or it would be shrunk.
      if (halt !== undefined || budget.isSpent()) return true;
      try {
        const run = await attempt(subject, first !== undefined);
        const signature = signatureOf(progress.inputClass.id, run);
        if (signature !== undefined && progress.accepted.has(signature)) {
          // The search continues for a failure that is not known yet.
          if (first === undefined) recordKnownFailure(progress, signature, subject, run);
          return origin !== 'saved';
        }
        if (run.result.kind === 'violated') {
          smallest = { inputClass: progress.inputClass.id, failing: run.simpler ?? subject, run };
          first ??= smallest;
          budget.begin();
          progress.distinct.add(subject);
          return false;
        }
        if (origin === 'saved') {
          if (run.result.kind === 'holds' || context.runCase !== undefined) return run.result.kind === 'holds';
          return (await runSavedCase(context, subject)).result.kind === 'holds';
        }
        if (first === undefined) countRun(progress, subject, run);
      } catch (error) {
        if (error instanceof UnavailableAuthority && !error.isLasting) {
          // Another time the target may answer; calls without an answer have a limit of their own.
          if (origin !== 'saved') countUnanswered(progress, subject, error.message);
        } else halt = error;
      }
      return origin !== 'saved';
    },
    async conclude() {
      if (first !== undefined && smallest !== undefined) {
        progress.cases += 1;
        progress.observed += 1;
        progress.failure = first;
        try {
          if (halt === undefined && task.shrinks) {
            budget.renewCalls();
            const confirmed =
              smallest.failing.schedule === undefined
                ? await confirmSmallest(first, smallest, attempt, attemptSmaller)
                : { ...first, ...(await shrinkSchedule(smallest, progress.inputClass.cases, attemptSmaller)) };
            // Shrinking may have turned it into a known failure.
            const became = signatureOf(progress.inputClass.id, confirmed.run);
            if (became === undefined || !progress.accepted.has(became)) progress.failure = confirmed;
          }
        } catch (error) {
          halt = error;
        }
      }
      if (halt !== undefined && !(task.untilBudgetEnds && isEndOfBudget(halt))) progress.halt = halt;
    },
  };
}

/** A violation of what the check does not judge blocks the case, and is kept for the broken requirement. */
function judgedFor(
  { judges, progress }: Pick<InputClassTask, 'judges' | 'progress'>,
  subject: Case,
  run: CaseRun,
  shrinking: boolean,
): CaseRun {
  const { result } = run;
  if (result.kind !== 'violated') return run;
  const { cites } = result.violation;
  // A control shows that the preconditions are met; it is not judged.
  const isControl = run.trace[result.at]?.role === 'control' && cites !== undefined;
  if (!isControl && (cites === undefined || cites.some((id) => judges.has(id)))) return run;
  const key = cites.join();
  if (!shrinking && !progress.blockers.has(key)) {
    progress.blockers.set(key, {
      cites,
      found: { inputClass: subject.inputClass, failing: run.simpler ?? subject, run },
    });
  }
  return { ...run, result: blockedBy(result.violation) };
}

/** A case that fails on the reference service too is not a failure. */
async function withoutFalseAlarm({ reference }: CaseContext, subject: Case, run: CaseRun): Promise<CaseRun> {
  if (run.result.kind !== 'violated' || reference === undefined || !(await reference.fails(subject))) return run;
  return { ...run, result: { kind: 'undecided', reason: 'the case fails on the reference service too' } };
}

/** If the order of overlapping calls is random, a fault may not show each time. */
const repetitions = 3;

function repetitionsOf({ overlap }: CaseContext, { schedule }: Case): number {
  return schedule === undefined || overlap?.isGated === true ? 1 : repetitions;
}

function isEndOfBudget(error: unknown): boolean {
  return error instanceof InconclusiveRun && error.budgetIsSpent;
}

/** Counts attempts at a smaller example; `limitShrink` counts those of the generator, this one the calls and the time. */
function shrinkBudget({ clock }: CaseContext): ShrinkBudget {
  let calls = 0;
  let untilMs = Infinity;
  return {
    begin() {
      untilMs = Math.min(untilMs, clock.nowMs() + shrinkLimits.timeMs);
    },
    spend(run) {
      calls += run.trace.length;
    },
    renewCalls() {
      calls = 0;
    },
    isSpent: () => calls >= shrinkLimits.calls || clock.nowMs() >= untilMs,
  };
}

interface ShrinkBudget {
  begin(): void;
  spend(run: CaseRun): void;
  renewCalls(): void;
  isSpent(): boolean;
}

/** Shrinks a blocking violation, as the failure of the requirements that it breaks. */
export async function confirmBlocker(context: CaseContext, { cites, found }: Blocker): Promise<FailureFound> {
  const progress = beginInputClass({ id: found.inputClass, cases: fc.constant(found.failing) }, uncounted);
  const judges = new Set(cites);
  const task = { context, progress, judges, protocols, onCase: () => {}, untilBudgetEnds: false, shrinks: true };
  const search = beginSearch(task, found);
  await search.conclude();
  return progress.failure ?? found;
}

/** Removes the steps that the failure does not need, and runs the rest once more with time to settle. */
async function confirmSmallest(
  first: FailureFound,
  smallest: FailureFound,
  attempt: (subject: Case, shrinking: boolean) => Promise<CaseRun>,
  attemptSmaller: (subject: Case) => Promise<CaseRun>,
): Promise<FailureFound> {
  const trimmed = await trimCase(smallest.failing, smallest.run, attemptSmaller);
  const run = await attempt(trimmed, false);
  const control = controlOf(smallest);
  return run.result.kind === 'violated' ? { ...first, failing: trimmed, run, control } : first;
}

/** The last accepted control of the same operation as the failing call, before it is removed from the case. */
function controlOf({ failing, run }: FailureFound): ApiCall | undefined {
  if (run.result.kind !== 'violated') return undefined;
  const { at } = run.result;
  const kind = failing.steps[at]?.operation.kind;
  const before = failing.steps.slice(0, at);
  return before.findLast(({ role, operation }) => role === 'control' && operation.kind === kind)?.operation;
}
