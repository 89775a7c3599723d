// Runs one check: every stratum by its own seed, the failure of the simplest stratum shrunk, and one result for all.

import fc from 'fast-check';
import type { Case } from '../api/case.js';
import type { Call } from '../api/raw-request.js';
import type { Verdict } from '../api/report.js';
import { UnavailableAuthority } from './authority-pool.js';
import { levelOf, type Check, type Stratum } from './check.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';
import { runCase, type CaseContext, type CaseRun } from './run-case.js';
import { streamSeed } from './seed.js';
import { noSettling } from './settling.js';
import { trimCase } from './trim-case.js';

/** At most so many attempts at a smaller example of one failure. */
const maxShrinkAttempts = 200;

export interface CheckPlan {
  readonly seed: number;
  /** Cases for each stratum. */
  readonly casesPerStratum: number;
  /** Counterexamples of earlier runs, tried before anything is generated. */
  readonly saved?: readonly Case[] | undefined;
}

/** One class of input on which a check fails, with the smallest case found. */
export interface FailureFound {
  readonly stratum: string;
  readonly failing: Case;
  readonly run: CaseRun;
  /** The accepted call beside the failing one, where the case has one. */
  readonly control?: Call | undefined;
}

export interface CheckResult {
  readonly verdict: Verdict;
  /** Why, where the verdict is not about the answers of the target. */
  readonly reason?: string | undefined;
  /** Cases in which everything that the check needs was in place. */
  readonly observed: number;
  readonly required: number;
  readonly notes: readonly string[];
  readonly failures: readonly FailureFound[];
  /** The saved cases that fail no longer. */
  readonly fixed: readonly Case[];
}

/** Called with every case that was run, shrinking included. */
export type CaseListener = (event: {
  readonly check: Check;
  readonly case: Case;
  readonly run: CaseRun;
  readonly shrinking: boolean;
}) => void;

/** Never loses what was measured: a check that is stopped in the middle has a result too. */
export async function runCheck(
  context: CaseContext,
  check: Check,
  plan: CheckPlan,
  onCase: CaseListener,
): Promise<CheckResult> {
  const { strata } = check;
  const tally: Tally = { observed: 0, notes: new Set(), failures: [], shortfalls: [], fixed: [] };
  for (const stratum of strata) {
    await runStratum(context, check, stratum, plan, onCase, tally);
    if (tally.stopped !== undefined) break;
  }
  return concludeCheck(check, tally);
}

interface Shortfall {
  readonly kind: 'unsupported' | 'vacuous' | 'indeterminate';
  readonly reason: string;
}

interface Tally {
  observed: number;
  readonly notes: Set<string>;
  readonly failures: FailureFound[];
  /** One for each stratum in which nothing could be observed. */
  readonly shortfalls: Shortfall[];
  readonly fixed: Case[];
  /** Why the rest of the check was not run. */
  stopped?: string;
}

async function runStratum(
  context: CaseContext,
  check: Check,
  stratum: Stratum,
  plan: CheckPlan,
  onCase: CaseListener,
  tally: Tally,
): Promise<void> {
  const progress: StratumProgress = { observed: 0 };
  const attempt = async (subject: Case, shrinking: boolean): Promise<CaseRun> => {
    const run = await runCase(shrinking ? { ...context, settling: noSettling } : context, subject);
    onCase({ check, case: subject, run, shrinking });
    return run;
  };
  const property = fc.asyncProperty(fc.limitShrink(stratum.cases, maxShrinkAttempts), async (subject) => {
    // A reason to stop must not look like a failure, or it would be shrunk.
    if (progress.halt !== undefined) return true;
    try {
      const run = await attempt(subject, progress.first !== undefined);
      return countRun(progress, { stratum: stratum.id, failing: subject, run }, tally);
    } catch (error) {
      progress.halt = error;
      return true;
    }
  });
  for (const saved of plan.saved?.filter((each) => each.stratum === stratum.id) ?? []) {
    await trySaved(saved, progress, attempt, tally);
  }
  if (progress.first === undefined && progress.halt === undefined) {
    await fc.check(property, {
      seed: streamSeed(plan.seed, check.id, stratum.id),
      numRuns: plan.casesPerStratum,
    });
  }
  tally.observed += progress.observed;
  if (progress.first !== undefined && progress.smallest !== undefined) {
    tally.failures.push(await confirmSmallest(progress.first, progress.smallest, progress, attempt));
  }
  concludeStratum(stratum, progress, tally);
}

/** A saved case may lack its control, so one that holds shows nothing but that it is fixed. */
async function trySaved(
  saved: Case,
  progress: StratumProgress,
  attempt: (subject: Case, shrinking: boolean) => Promise<CaseRun>,
  tally: Tally,
): Promise<void> {
  if (progress.first !== undefined || progress.halt !== undefined) return;
  try {
    const run = await attempt(saved, false);
    if (run.result.kind === 'violated') countRun(progress, { stratum: saved.stratum, failing: saved, run }, tally);
    if (run.result.kind === 'holds') tally.fixed.push(saved);
  } catch (error) {
    progress.halt = error;
  }
}

interface StratumProgress {
  observed: number;
  shortfall?: Shortfall;
  /** The failure as it was first seen, with time for reads to settle. */
  first?: FailureFound;
  smallest?: FailureFound;
  /** What was thrown: a reason to stop, or a fault of the suite. */
  halt?: unknown;
}

/** Returns whether the case is to be taken as passed by the generator of smaller examples. */
function countRun(progress: StratumProgress, found: FailureFound, tally: Tally): boolean {
  const { result } = found.run;
  if (result.kind === 'violated') {
    if (progress.first === undefined) {
      progress.first = found;
      progress.observed += 1;
    }
    progress.smallest = found;
    return false;
  }
  if (progress.first !== undefined) return true;
  if (result.kind === 'holds') {
    progress.observed += 1;
    for (const note of result.notes) tally.notes.add(`${found.stratum}: ${note}`);
  } else {
    progress.shortfall ??= shortfallOf(result);
  }
  return true;
}

/** Takes away the steps that the failure does not need, and sees the rest fail once more with time to settle. */
async function confirmSmallest(
  first: FailureFound,
  smallest: FailureFound,
  progress: StratumProgress,
  attempt: (subject: Case, shrinking: boolean) => Promise<CaseRun>,
): Promise<FailureFound> {
  if (progress.halt !== undefined) return first;
  try {
    const trimmed = await trimCase(smallest.failing, smallest.run, (subject) => attempt(subject, true));
    const run = await attempt(trimmed, false);
    const control = controlOf(smallest);
    return run.result.kind === 'violated' ? { ...first, failing: trimmed, run, control } : first;
  } catch (error) {
    progress.halt = error;
    return first;
  }
}

/** The last accepted control call of the same operation as the failing one, before that is taken out of the case. */
function controlOf({ failing, run }: FailureFound): Call | undefined {
  if (run.result.kind !== 'violated') return undefined;
  const { at } = run.result;
  const kind = failing.steps[at]?.operation.kind;
  const before = failing.steps.slice(0, at);
  return before.findLast(({ role, operation }) => role === 'control' && operation.kind === kind)?.operation;
}

function concludeStratum(stratum: Stratum, progress: StratumProgress, tally: Tally): void {
  const { halt } = progress;
  if (halt instanceof InterruptedRun || halt instanceof InconclusiveRun) {
    tally.stopped = halt.message;
  } else if (halt instanceof UnavailableAuthority) {
    progress.shortfall = { kind: halt.answered ? 'unsupported' : 'indeterminate', reason: halt.message };
  } else if (halt !== undefined) {
    throw halt;
  }
  if (progress.first === undefined && progress.observed === 0 && tally.stopped === undefined) {
    tally.shortfalls.push(progress.shortfall ?? { kind: 'vacuous', reason: `${stratum.id}: no case was run` });
  }
}

function shortfallOf(result: Exclude<CaseRun['result'], { kind: 'holds' | 'violated' }>): Shortfall {
  switch (result.kind) {
    case 'not-observed':
      return { kind: 'vacuous', reason: result.reason };
    case 'undecided':
      return { kind: 'indeterminate', reason: result.reason };
    case 'not-implemented':
      return { kind: 'unsupported', reason: result.reason };
    default:
      return result satisfies never;
  }
}

/** A failure outweighs everything; then nothing may be missing from the strata that must be observed. */
function concludeCheck(check: Check, tally: Tally): CheckResult {
  const { observed, failures, stopped, fixed } = tally;
  const level = levelOf(check);
  const required = check.required ?? check.strata.length;
  const isEnough = check.strata.length - tally.shortfalls.length >= required;
  const notes = [...tally.notes];
  const result = { observed, required, notes, failures, fixed };
  if (failures.length > 0 && level !== 'note') return { ...result, verdict: 'fail' };
  if (stopped !== undefined) return { ...result, verdict: 'indeterminate', reason: stopped };
  for (const kind of ['indeterminate', 'vacuous', 'unsupported'] as const) {
    const found = tally.shortfalls.find((shortfall) => shortfall.kind === kind);
    if (found !== undefined && !isEnough) return { ...result, verdict: kind, reason: found.reason };
  }
  const remarks = failures.map(({ stratum, run }) => `${stratum}: ${remarkOf(run)}`);
  return { ...result, verdict: 'pass', notes: [...notes, ...remarks], failures: [] };
}

function remarkOf({ result }: CaseRun): string {
  return result.kind === 'violated'
    ? `answered ${result.violation.actual}; expected ${result.violation.expected.join(' or ')}`
    : '';
}
