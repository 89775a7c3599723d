// Runs one check phase by phase: every input class by its own seed, and one result for all.
// This folder holds how cases are run: phases, checks, input classes, shrinking.

import { firstCheckId } from '../../api/former-check-ids.js';
import fc from 'fast-check';
import type { Case } from '../../api/case.js';
import type { ReplayReport, InputClassReport } from '../../files/report.js';
import type { CheckVerdict } from '../../files/verdicts.js';
import type { Protocol } from '../../api/protocol.js';
import type { RequirementId } from '../../catalogue/index.js';
import { UnavailableAuthority } from '../session/authority-creation.js';
import { judgedBy, levelOf, requiredInputClasses, type Check, type InputClass } from './check.js';
import { countDistinct, uncounted } from './distinct-count.js';
import { InconclusiveRun, InterruptedRun } from '../session/interruption.js';
import { casesInPhase, fixedPhases, type Phase } from './phases.js';
import type { CaseContext, CaseRun } from './case-run.js';
import { runInputClass, trySavedCases } from './run-input-class.js';
import {
  beginInputClass,
  differing,
  isSettled,
  type Blocker,
  type FailureFound,
  type Shortfall,
  type InputClassProgress,
} from './input-class-progress.js';
import { replayEntries, type BaselineFailure } from './replay-entries.js';
import type { InputClassRecord } from '../../files/resumption-state.js';
import { streamSeed } from './seed.js';
import { conclude } from './conclude.js';

export interface CheckPlan {
  readonly seed: number;
  /** Cases for each input class. */
  readonly casesPerInputClass: number;
  /** The protocols over which the calls are spread: JSON unless stated. */
  readonly protocols?: readonly Protocol[] | undefined;
  /** Whether a class with one case has one in each protocol; where calls are costly, it has not. */
  readonly isFrugal?: boolean | undefined;
  /** Counterexamples of earlier runs, tried before anything is generated. */
  readonly saved?: readonly Case[] | undefined;
  /** The entries of the baseline: known failures, which do not end the search for others. */
  readonly known?: readonly BaselineFailure[] | undefined;
  /** How far an earlier part of the run got, by input class. */
  readonly records?: Readonly<Record<string, InputClassRecord>> | undefined;
  /** Called when an input class has completed a phase that ends by itself, without a failure. */
  readonly onTurnOver?: ((progress: InputClassProgress, phase: Phase) => void) | undefined;
  /** Called with a failure as soon as it is found, so that it is not lost with the run. */
  readonly onFailure?: ((found: FailureFound) => void) | undefined;
  /** False if only the verdict matters, and not how many cases differ. */
  readonly shrinks?: boolean | undefined;
}

export interface CheckResult {
  readonly verdict: CheckVerdict;
  /** The reason, if the verdict is not about the answers of the target. */
  readonly reason?: string | undefined;
  /** Cases in which all preconditions of the check were met. */
  readonly observed: number;
  /** In so many input classes something had to be observed. */
  readonly required: number;
  readonly notes: readonly string[];
  readonly failures: readonly FailureFound[];
  /** The results of the entries of the baseline. */
  readonly replayed: readonly ReplayReport[];
  /** The saved cases that no longer fail. */
  readonly fixed: readonly Case[];
  readonly inputClasses: readonly InputClassReport[];
  /** Violations of other requirements that blocked cases. */
  readonly blockers: readonly Blocker[];
  /** The requirements that these belong to, after the whole run. */
  readonly blockedBy?: readonly RequirementId[] | undefined;
  /** Why the check ended before its last case, if it did. */
  readonly stopped?: string | undefined;
}

/** Called with every case that was run, including shrinking. */
export type CaseListener = (event: {
  readonly check: Check;
  readonly phase: Phase;
  readonly case: Case;
  readonly run: CaseRun;
  readonly shrinking: boolean;
}) => void;

/** Runs cases of one input class; rejects only for a fault of the suite. */
export interface Turn {
  (): Promise<void>;
  /** The calls of its longest case; 0 if they are few. */
  readonly longestCaseCalls: number;
  /** Whether it mostly waits. */
  readonly waits: boolean;
}

/** A check that is being run. */
export interface CheckRun {
  readonly check: Check;
  /**
   * The tasks of the check in a phase, one for each input class; they may run at the same time. `round` distinguishes
   * the rounds of phase `random`.
   */
  turnsOf(phase: Phase, round: number): readonly Turn[];
  /** Whether more cases can show nothing new. */
  isSettled(): boolean;
  /** Whether a later phase has cases for it; phase `random` always has. */
  hasCasesAfter(phase: Phase): boolean;
  /** Never loses measurements: a check that was interrupted has a result too. */
  conclude(): CheckResult;
  failureCount(): number;
  /** The input classes that did not fail. */
  progress(): readonly InputClassProgress[];
}

export function beginCheck(context: CaseContext, check: Check, plan: CheckPlan, onCase: CaseListener): CheckRun {
  const knownFor = ({ id }: InputClass): readonly BaselineFailure[] =>
    plan.known?.filter((entry) => entry.case.inputClass === id) ?? [];
  const judges = judgedBy(check);
  // A failure that another check found is tried again, though the check has no such input class.
  const foreign = [...new Set([...(plan.saved ?? []), ...(plan.known ?? []).map((entry) => entry.case)])]
    .filter(({ inputClass }) => !check.inputClasses.some(({ id }) => id === inputClass))
    .map((subject): InputClass => ({ id: subject.inputClass, cases: fc.constant(subject) }));
  const begin = (inputClass: InputClass): InputClassProgress => {
    const accepted = knownFor(inputClass).map(({ signature }) => signature);
    const before = plan.records?.[inputClass.id];
    const distinct = plan.shrinks === false ? uncounted : countDistinct(before?.distinct);
    return beginInputClass(inputClass, distinct, accepted, before);
  };
  const inputClasses = check.inputClasses.map(begin);
  const met = [...new Map(foreign.map((inputClass) => [inputClass.id, inputClass])).values()].map(begin);
  let stopped: string | undefined;
  const { protocols = ['json'] } = plan;
  // What is said of one protocol is not said of the other.
  const mixes = check.needs?.some((need) => need === 'wire' || need === 'cbor') !== true;
  const casesIn = (phase: Phase): number =>
    casesInPhase(phase, check, plan.casesPerInputClass, mixes && plan.isFrugal !== true ? protocols.length : 1);
  const casesBefore = (phase: Phase, round: number): number =>
    fixedPhases
      .slice(0, phase === 'random' ? undefined : fixedPhases.indexOf(phase))
      .reduce((sum, earlier) => sum + casesIn(earlier), round);

  const savedFor = ({ inputClass }: InputClassProgress): readonly Case[] =>
    plan.saved?.filter((saved) => saved.inputClass === inputClass.id) ?? [];

  async function takeTurn(progress: InputClassProgress, phase: Phase, round: number): Promise<void> {
    if (stopped !== undefined || isSettled(progress)) return;
    const task = {
      context,
      progress,
      judges,
      onCase: (subject: Case, run: CaseRun, shrinking: boolean) =>
        onCase({ check, phase, case: subject, run, shrinking }),
      untilBudgetEnds: phase === 'random',
      protocols: mixes ? protocols : (['json'] as const),
      shrinks: plan.shrinks ?? true,
      overlaps: check.phase === 'waves',
    };
    if (phase === 'saved') {
      await replayEntries(task, knownFor(progress.inputClass));
      await trySavedCases(task, savedFor(progress));
    } else {
      const seed = streamSeed(plan.seed, phase, firstCheckId(check.id), progress.inputClass.id, String(round));
      await runInputClass(task, { seed, cases: casesIn(phase), before: casesBefore(phase, round) });
    }
    stopped ??= reasonToStop(progress);
    if (progress.failure !== undefined) plan.onFailure?.(progress.failure);
    // Blocked cases are repeated when the run is resumed, or their violation would be lost.
    else if (stopped === undefined && phase !== 'random' && !isSettled(progress) && progress.blockers.size === 0) {
      plan.onTurnOver?.(progress, phase);
    }
  }

  /** A saved case is tried again, and phase `random` counts its rounds. */
  const isThroughWith = (phase: Phase, { id }: InputClass): boolean =>
    phase !== 'saved' && phase !== 'random' && plan.records?.[id]?.phases.includes(phase) === true;

  return {
    check,
    turnsOf(phase, round) {
      const taking =
        phase === 'saved'
          ? [...inputClasses, ...met].filter(
              (progress) => savedFor(progress).length > 0 || knownFor(progress.inputClass).length > 0,
            )
          : casesIn(phase) > 0
            ? inputClasses
            : [];
      const left = taking.filter(({ inputClass }) => !isThroughWith(phase, inputClass));
      return left.map((progress) =>
        Object.assign(() => takeTurn(progress, phase, round), {
          longestCaseCalls: progress.inputClass.longestCaseCalls ?? 0,
          waits: progress.inputClass.waits ?? false,
        }),
      );
    },
    isSettled: () => stopped !== undefined || inputClasses.every((progress) => isSettled(progress)),
    hasCasesAfter: (phase) => fixedPhases.slice(fixedPhases.indexOf(phase) + 1).some((later) => casesIn(later) > 0),
    conclude: () => concludeCheck(check, inputClasses, met, stopped),
    failureCount: () => [...inputClasses, ...met].filter(({ failure }) => failure !== undefined).length,
    progress: () => inputClasses.filter((progress) => !isSettled(progress)),
  };
}

/** All phases of one check but the last, which does not end by itself. */
export async function runCheck(
  context: CaseContext,
  check: Check,
  plan: CheckPlan,
  onCase: CaseListener,
): Promise<CheckResult> {
  const run = beginCheck(context, check, plan, onCase);
  for (const takeTurn of turnsInOrder(run)) await takeTurn();
  return run.conclude();
}

/** The tasks of a check, phase by phase, without those of the last phase, which does not end by itself. */
export function* turnsInOrder(run: CheckRun): Generator<Turn> {
  for (const phase of fixedPhases) yield* run.turnsOf(phase, 0);
}

/** Why nothing more can be run; throws any other error, which is a fault of the suite. */
function reasonToStop({ halt }: InputClassProgress): string | undefined {
  if (halt === undefined || halt instanceof UnavailableAuthority) return undefined;
  if (halt instanceof InterruptedRun || halt instanceof InconclusiveRun) return halt.message;
  throw halt;
}

function concludeCheck(
  check: Check,
  inputClasses: readonly InputClassProgress[],
  met: readonly InputClassProgress[],
  stopped: string | undefined,
): CheckResult {
  const all = [...inputClasses, ...met];
  // New failures come before known ones.
  const failures = [
    ...all.map(({ failure }) => failure).filter((failure) => failure !== undefined),
    ...all.flatMap(({ known }) => [...known.values()]),
  ];
  const required = requiredInputClasses(check);
  const missed = inputClasses.filter(({ observed }) => observed === 0);
  const unobserved = stopped === undefined ? gravest(missed) : { verdict: 'indeterminate' as const, reason: stopped };
  const conclusion = conclude({
    level: levelOf(check),
    failures,
    remarkOf: ({ inputClass, run }) => `${inputClass}: ${remarkOf(run)}`,
    notes: inputClasses.flatMap((progress) => [...progress.notes]),
    missing: inputClasses.length - missed.length < required ? unobserved : undefined,
    differing,
  });
  return {
    ...conclusion,
    observed: inputClasses.reduce((sum, { observed }) => sum + observed, 0),
    required,
    fixed: all.flatMap(({ fixed }) => fixed),
    replayed: all.flatMap(({ replayed }) => replayed),
    blockers: all.flatMap(({ blockers }) => [...blockers.values()]),
    inputClasses: inputClasses.map((progress) => inputClassReport(progress)),
    stopped,
  };
}

function inputClassReport({ inputClass, cases, observed, rejected, distinct }: InputClassProgress): InputClassReport {
  return { id: inputClass.id, cases, observed, rejected, distinct: distinct.count() };
}

/** The most important reason that kept a check from observing: first those that another run may not have. */
function gravest(missed: readonly InputClassProgress[]): { readonly verdict: CheckVerdict; readonly reason: string } {
  const shortfalls = missed.map((progress) => shortfallOf(progress));
  const found = (['indeterminate', 'blocked', 'vacuous', 'unsupported'] as const)
    .map((kind) => shortfalls.find((shortfall) => shortfall.kind === kind))
    .find((shortfall) => shortfall !== undefined);
  return { verdict: found?.kind ?? 'vacuous', reason: found?.reason ?? 'no case was run' };
}

function shortfallOf({ inputClass, halt, shortfall }: InputClassProgress): Shortfall {
  if (halt instanceof UnavailableAuthority) {
    return { kind: halt.isLasting ? 'unsupported' : 'indeterminate', reason: halt.message };
  }
  return shortfall ?? { kind: 'vacuous', reason: `${inputClass.id}: no case was run` };
}

function remarkOf({ result }: CaseRun): string {
  return result.kind === 'violated'
    ? `answered ${result.violation.actual}; expected ${result.violation.expected.join(' or ')}`
    : '';
}
