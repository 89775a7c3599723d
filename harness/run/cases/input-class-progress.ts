// What a run has learned about one input class: cases, failures, and why nothing was observed.

import type { Case } from '../../api/case.js';
import type { ApiCall } from '../../api/raw-request.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { ReplayReport } from '../../files/report.js';
import type { InputClassRecord } from '../../files/resumption-state.js';
import type { CaseRun } from './case-run.js';
import type { InputClass } from './check.js';
import type { DistinctCount } from './distinct-count.js';

/** One input class on which a check fails, with the smallest case found. */
export interface FailureFound {
  readonly inputClass: string;
  readonly failing: Case;
  readonly run: CaseRun;
  /** The accepted call next to the failing one, if the case has one. */
  readonly control?: ApiCall | undefined;
}

/** Why nothing could be observed. */
export interface Shortfall {
  readonly kind: 'unsupported' | 'vacuous' | 'indeterminate' | 'blocked';
  readonly reason: string;
}

/** A violation of requirements that the check does not judge, found on the way. */
export interface Blocker {
  /** The requirements that may be broken, the most likely first. */
  readonly cites: readonly RequirementId[];
  readonly found: FailureFound;
}

/** Everything learned about one input class, in all phases of a run. */
export interface InputClassProgress {
  readonly inputClass: InputClass;
  /** Cases that were run; those of shrinking do not count. */
  cases: number;
  /** Cases whose preconditions were met. */
  observed: number;
  /** Cases whose preconditions were not met, and values that the generator discarded. */
  rejected: number;
  readonly distinct: DistinctCount;
  readonly notes: Set<string>;
  /** The saved cases that no longer fail. */
  readonly fixed: Case[];
  /** The signatures of failures that end nothing: those of the baseline, and their results. */
  readonly accepted: Set<string>;
  /** The failures among these that occurred, by signature. */
  readonly known: Map<string, FailureFound>;
  /** The results of the entries of the baseline. */
  readonly replayed: ReplayReport[];
  /** What blocked cases, one violation for each list of requirements. */
  readonly blockers: Map<string, Blocker>;
  shortfall?: Shortfall;
  failure?: FailureFound;
  /** What was thrown: a reason to stop, or a fault of the suite. */
  halt?: unknown;
}

/** `before` is what an earlier part of the run learned. */
export function beginInputClass(
  inputClass: InputClass,
  distinct: DistinctCount,
  accepted: readonly string[] = [],
  before?: InputClassRecord,
): InputClassProgress {
  const { notes, shortfall } = before ?? {};
  const counts = {
    cases: before?.cases ?? 0,
    observed: before?.observed ?? 0,
    rejected: before?.rejected ?? 0,
    distinct,
    ...(shortfall === undefined ? {} : { shortfall }),
  };
  const findings = { notes: new Set(notes), fixed: [], known: new Map<string, FailureFound>(), replayed: [] };
  const blockers = new Map<string, Blocker>();
  return { inputClass, ...counts, ...findings, blockers, accepted: new Set(accepted) };
}

/** Whether more cases can show nothing new: one failed, or none can be run. */
export function isSettled({ failure, halt }: InputClassProgress): boolean {
  return failure !== undefined || halt !== undefined;
}

/** Counts a case that failed in a known way, and keeps the first of each. */
export function recordKnownFailure(progress: InputClassProgress, signature: string, failing: Case, run: CaseRun): void {
  progress.cases += 1;
  progress.observed += 1;
  progress.distinct.add(failing);
  if (progress.known.has(signature)) return;
  progress.known.set(signature, { inputClass: progress.inputClass.id, failing, run });
}

/** Why a target neither passes nor fails a check that is only inferred. */
export const differing = 'the target differs from what is inferred, which can neither fail nor pass it';

export function countRun(progress: InputClassProgress, subject: Case, { result }: CaseRun): void {
  progress.cases += 1;
  progress.distinct.add(subject);
  switch (result.kind) {
    case 'holds':
      for (const note of result.notes) progress.notes.add(`${progress.inputClass.id}: ${note}`);
      if (result.differs === true) return rejected(progress, { kind: 'indeterminate', reason: differing });
      progress.observed += 1;
      return;
    case 'not-observed':
      return rejected(progress, { kind: 'vacuous', reason: result.reason });
    case 'undecided':
      return rejected(progress, { kind: 'indeterminate', reason: result.reason });
    case 'not-implemented':
      return rejected(progress, { kind: 'unsupported', reason: result.reason });
    case 'blocked':
      return rejected(progress, { kind: 'blocked', reason: result.reason });
    case 'violated':
      return;
    default:
      result satisfies never;
  }
}

function rejected(progress: InputClassProgress, shortfall: Shortfall): void {
  progress.rejected += 1;
  // A violation of another requirement takes precedence over any other reason.
  if (progress.shortfall === undefined || shortfall.kind === 'blocked') progress.shortfall = shortfall;
}

export function countUnanswered(progress: InputClassProgress, subject: Case, reason: string): void {
  progress.cases += 1;
  progress.distinct.add(subject);
  rejected(progress, { kind: 'indeterminate', reason });
}
