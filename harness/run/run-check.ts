// Runs one check phase by phase: every class of input by its own seed, and one result for all.

import fc from 'fast-check';
import type { Case } from '../api/case.js';
import type { ReplayReport, StratumReport, Verdict } from '../api/report.js';
import type { RequirementId } from '../catalogue/index.js';
import { UnavailableAuthority } from './authority-creation.js';
import { judgedBy, levelOf, requiredStrata, type Check, type Stratum } from './check.js';
import { countDistinct, uncounted } from './distinct-count.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';
import { casesInPhase, fixedPhases, type Phase } from './phases.js';
import type { CaseContext, CaseRun } from './run-case.js';
import {
  beginStratum,
  differing,
  isSettled,
  runStratum,
  trySavedCases,
  type Blocker,
  type FailureFound,
  type Shortfall,
  type StratumProgress,
} from './run-stratum.js';
import { replayEntries, type KnownFailure } from './replay-entries.js';
import type { StratumRecord } from './resumption.js';
import { streamSeed } from './seed.js';

export interface CheckPlan {
  readonly seed: number;
  /** Cases for each stratum. */
  readonly casesPerStratum: number;
  /** Counterexamples of earlier runs, tried before anything is generated. */
  readonly saved?: readonly Case[] | undefined;
  /** The entries of the baseline: failures that are known, and do not end the search for others. */
  readonly known?: readonly KnownFailure[] | undefined;
  /** How far an earlier part of the run came, by class of input. */
  readonly records?: Readonly<Record<string, StratumRecord>> | undefined;
  /** Called when a class of input is through with a phase that has an end of its own, and nothing failed. */
  readonly onTurnOver?: ((progress: StratumProgress, phase: Phase) => void) | undefined;
  /** Called with a failure as soon as it is found, so that it is not lost with the run. */
  readonly onFailure?: ((found: FailureFound) => void) | undefined;
  /** False where it is enough to know that a check fails; how many cases differ is then of no interest either. */
  readonly shrinks?: boolean | undefined;
}

export interface CheckResult {
  readonly verdict: Verdict;
  /** Why, where the verdict is not about the answers of the target. */
  readonly reason?: string | undefined;
  /** Cases in which everything that the check needs was in place. */
  readonly observed: number;
  /** In so many classes of input something had to be observed. */
  readonly required: number;
  readonly notes: readonly string[];
  readonly failures: readonly FailureFound[];
  /** What became of the entries of the baseline. */
  readonly replayed: readonly ReplayReport[];
  /** The saved cases that fail no longer. */
  readonly fixed: readonly Case[];
  readonly strata: readonly StratumReport[];
  /** Violations of other requirements that blocked cases. */
  readonly blockers: readonly Blocker[];
  /** The requirements that these belong to, once the whole run is over. */
  readonly blockedBy?: readonly RequirementId[] | undefined;
  /** Why the check ended before its last case, where it did. */
  readonly stopped?: string | undefined;
}

/** Called with every case that was run, shrinking included. */
export type CaseListener = (event: {
  readonly check: Check;
  readonly phase: Phase;
  readonly case: Case;
  readonly run: CaseRun;
  readonly shrinking: boolean;
}) => void;

/** Runs cases of one class of input; rejects for a fault of the suite alone. */
export interface Turn {
  (): Promise<void>;
  /** The calls of its longest case; 0 where they are few. */
  readonly longestCaseCalls: number;
  /** Whether it mostly waits. */
  readonly waits: boolean;
}

/** A check in the course of a run. */
export interface CheckRun {
  readonly check: Check;
  /**
   * What the check has for a phase, one turn for each class of input; they may be taken at the same time. `round` tells
   * the rounds of phase `random` apart.
   */
  turnsOf(phase: Phase, round: number): readonly Turn[];
  /** Whether more cases can teach nothing. */
  isSettled(): boolean;
  /** Whether a later phase has cases for it; phase `random` always has. */
  hasCasesAfter(phase: Phase): boolean;
  /** Never loses what was measured: a check that was stopped in the middle has a result too. */
  conclude(): CheckResult;
  failureCount(): number;
  /** The classes of input that did not fail. */
  progress(): readonly StratumProgress[];
}

export function beginCheck(context: CaseContext, check: Check, plan: CheckPlan, onCase: CaseListener): CheckRun {
  const knownFor = ({ id }: Stratum): readonly KnownFailure[] =>
    plan.known?.filter((entry) => entry.case.stratum === id) ?? [];
  const judges = judgedBy(check);
  // A failure that another check met first is tried again, though the check has no such class of input.
  const foreign = [...new Set([...(plan.saved ?? []), ...(plan.known ?? []).map((entry) => entry.case)])]
    .filter(({ stratum }) => !check.strata.some(({ id }) => id === stratum))
    .map((subject): Stratum => ({ id: subject.stratum, cases: fc.constant(subject) }));
  const begin = (stratum: Stratum): StratumProgress => {
    const accepted = knownFor(stratum).map(({ signature }) => signature);
    const before = plan.records?.[stratum.id];
    const distinct = plan.shrinks === false ? uncounted : countDistinct(before?.distinct);
    return beginStratum(stratum, distinct, accepted, before);
  };
  const strata = check.strata.map(begin);
  const met = [...new Map(foreign.map((stratum) => [stratum.id, stratum])).values()].map(begin);
  let stopped: string | undefined;

  const savedFor = ({ stratum }: StratumProgress): readonly Case[] =>
    plan.saved?.filter((saved) => saved.stratum === stratum.id) ?? [];

  async function takeTurn(progress: StratumProgress, phase: Phase, round: number): Promise<void> {
    if (stopped !== undefined || isSettled(progress)) return;
    const task = {
      context,
      progress,
      judges,
      onCase: (subject: Case, run: CaseRun, shrinking: boolean) =>
        onCase({ check, phase, case: subject, run, shrinking }),
      untilBudgetEnds: phase === 'random',
      shrinks: plan.shrinks ?? true,
      overlaps: check.phase === 'waves',
    };
    if (phase === 'saved') {
      await replayEntries(task, knownFor(progress.stratum));
      await trySavedCases(task, savedFor(progress));
    } else {
      const seed = streamSeed(plan.seed, phase, check.id, progress.stratum.id, String(round));
      await runStratum(task, { seed, cases: casesInPhase(phase, check, plan.casesPerStratum) });
    }
    stopped ??= reasonToStop(progress);
    if (progress.failure !== undefined) plan.onFailure?.(progress.failure);
    // What is blocked is made again by whoever goes on with the run, or its violation would be lost.
    else if (stopped === undefined && phase !== 'random' && !isSettled(progress) && progress.blockers.size === 0) {
      plan.onTurnOver?.(progress, phase);
    }
  }

  /** A saved case is tried again, and phase `random` counts its rounds. */
  const isThroughWith = (phase: Phase, { id }: Stratum): boolean =>
    phase !== 'saved' && phase !== 'random' && plan.records?.[id]?.phases.includes(phase) === true;

  return {
    check,
    turnsOf(phase, round) {
      const taking =
        phase === 'saved'
          ? [...strata, ...met].filter(
              (progress) => savedFor(progress).length > 0 || knownFor(progress.stratum).length > 0,
            )
          : casesInPhase(phase, check, plan.casesPerStratum) > 0
            ? strata
            : [];
      const left = taking.filter(({ stratum }) => !isThroughWith(phase, stratum));
      return left.map((progress) =>
        Object.assign(() => takeTurn(progress, phase, round), {
          longestCaseCalls: progress.stratum.longestCaseCalls ?? 0,
          waits: progress.stratum.waits ?? false,
        }),
      );
    },
    isSettled: () => stopped !== undefined || strata.every((progress) => isSettled(progress)),
    hasCasesAfter: (phase) =>
      fixedPhases
        .slice(fixedPhases.indexOf(phase) + 1)
        .some((later) => casesInPhase(later, check, plan.casesPerStratum) > 0),
    conclude: () => concludeCheck(check, strata, met, stopped),
    failureCount: () => [...strata, ...met].filter(({ failure }) => failure !== undefined).length,
    progress: () => strata.filter((progress) => !isSettled(progress)),
  };
}

/** All phases of one check but the last, which has no end of its own. */
export async function runCheck(
  context: CaseContext,
  check: Check,
  plan: CheckPlan,
  onCase: CaseListener,
): Promise<CheckResult> {
  const run = beginCheck(context, check, plan, onCase);
  for (const phase of fixedPhases) {
    for (const takeTurn of run.turnsOf(phase, 0)) await takeTurn();
  }
  return run.conclude();
}

/** Why nothing more can be run; throws what is neither that nor about the CAs, which is a fault of the suite. */
function reasonToStop({ halt }: StratumProgress): string | undefined {
  if (halt === undefined || halt instanceof UnavailableAuthority) return undefined;
  if (halt instanceof InterruptedRun || halt instanceof InconclusiveRun) return halt.message;
  throw halt;
}

/** A failure outweighs everything; then nothing that is required may be missing. */
function concludeCheck(
  check: Check,
  strata: readonly StratumProgress[],
  met: readonly StratumProgress[],
  stopped: string | undefined,
): CheckResult {
  const all = [...strata, ...met];
  // What is new comes before what is known.
  const failures = [
    ...all.map(({ failure }) => failure).filter((failure) => failure !== undefined),
    ...all.flatMap(({ known }) => [...known.values()]),
  ];
  const notes = strata.flatMap((progress) => [...progress.notes]);
  const required = requiredStrata(check);
  const result = {
    observed: strata.reduce((sum, { observed }) => sum + observed, 0),
    required,
    notes,
    failures,
    fixed: all.flatMap(({ fixed }) => fixed),
    replayed: all.flatMap(({ replayed }) => replayed),
    blockers: all.flatMap(({ blockers }) => [...blockers.values()]),
    strata: strata.map((progress) => stratumReport(progress)),
    stopped,
  };
  if (failures.length > 0 && levelOf(check) !== 'note') return { ...result, verdict: 'fail' };
  const missed = strata.filter(({ observed }) => observed === 0);
  if (strata.length - missed.length < required) {
    return stopped === undefined
      ? { ...result, ...gravest(missed) }
      : { ...result, verdict: 'indeterminate', reason: stopped };
  }
  if (failures.length === 0) return { ...result, verdict: 'pass' };
  const remarks = failures.map(({ stratum, run }) => `${stratum}: ${remarkOf(run)}`);
  return { ...result, verdict: 'indeterminate', reason: differing, notes: [...notes, ...remarks], failures: [] };
}

function stratumReport({ stratum, cases, observed, rejected, distinct }: StratumProgress): StratumReport {
  return { id: stratum.id, cases, observed, rejected, distinct: distinct.count() };
}

/** What matters most of what kept a check from observing: that it may be otherwise another time. */
function gravest(missed: readonly StratumProgress[]): { readonly verdict: Verdict; readonly reason: string } {
  const shortfalls = missed.map((progress) => shortfallOf(progress));
  const found = (['indeterminate', 'blocked', 'vacuous', 'unsupported'] as const)
    .map((kind) => shortfalls.find((shortfall) => shortfall.kind === kind))
    .find((shortfall) => shortfall !== undefined);
  return { verdict: found?.kind ?? 'vacuous', reason: found?.reason ?? 'no case was run' };
}

function shortfallOf({ stratum, halt, shortfall }: StratumProgress): Shortfall {
  if (halt instanceof UnavailableAuthority) {
    return { kind: halt.isLasting ? 'unsupported' : 'indeterminate', reason: halt.message };
  }
  return shortfall ?? { kind: 'vacuous', reason: `${stratum.id}: no case was run` };
}

function remarkOf({ result }: CaseRun): string {
  return result.kind === 'violated'
    ? `answered ${result.violation.actual}; expected ${result.violation.expected.join(' or ')}`
    : '';
}
