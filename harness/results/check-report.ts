// What a run reports about a check and about the session, before the whole report is built.

import type { Capability } from '../api/target.js';
import type { RequirementId } from '../catalogue/index.js';
import type { CheckReport, LatencyReport, Report } from '../files/report.js';
import { levelOf, requiredInputClasses, type Check } from '../run/cases/check.js';
import type { CheckResult } from '../run/cases/run-check.js';
import type { Leftover } from '../run/session/authority-pool.js';

/** What the run learned about the target apart from the results of the checks. */
export interface SessionReport {
  readonly target: Report['target'];
  readonly calls: number;
  /** How many of them were sent again because they had been refused for their rate. */
  readonly throttled: number;
  readonly latency?: LatencyReport[] | undefined;
  /** An upper bound of the cost of the CAs; undefined if they cost nothing. */
  readonly costUsd?: number | undefined;
  readonly leftovers: readonly Leftover[];
  /** Why the run ended before its last check, if it did. */
  readonly stopped: string | null;
  /** Answers that said nothing about the input, and were requested again. */
  readonly transient: number;
  /** Remarks for the user that change no verdict. */
  readonly remarks: readonly string[];
  /** Checks that were not selected, and fail by what other checks found. */
  readonly charged: readonly CheckReport[];
  /** Files that could not be written. */
  readonly faults: readonly string[];
  /** Exchanges that a file asked for does not hold, because it had reached its limit. */
  readonly exchangesLeftOut?: number | undefined;
}

export function checkReportOf(check: Check, result: CheckResult): CheckReport {
  return {
    ...emptyReport(reportedCheck(check), result.verdict, result.reason ?? null),
    observed: result.observed,
    required: result.required,
    inputClasses: [...result.inputClasses],
    notes: [...result.notes],
    ...(result.blockedBy === undefined ? {} : { blockedBy: [...result.blockedBy] }),
    ...(result.replayed.length === 0 ? {} : { replayed: [...result.replayed] }),
  };
}

/** The parts of a check that are in its report, whether it judges a service or a client. */
export interface ReportedCheck extends Pick<CheckReport, 'id' | 'requirement' | 'level' | 'title' | 'required'> {
  readonly inputClasses: readonly { readonly id: string }[];
}

export function reportedCheck(check: Check): ReportedCheck {
  return { ...check, level: levelOf(check), required: requiredInputClasses(check) };
}

/** The report of a check that ran no case. */
export function emptyReport(
  { id, requirement, level, title, required, inputClasses }: ReportedCheck,
  verdict: CheckReport['verdict'],
  reason: string | null,
): CheckReport {
  return {
    id,
    requirement,
    level,
    title,
    verdict,
    reason,
    observed: 0,
    required,
    inputClasses: inputClasses.map((each) => ({ id: each.id, cases: 0, observed: 0, rejected: 0, distinct: 0 })),
    notes: [],
    failures: [],
  };
}

/**
 * The report of a check that needs a capability which the target does not have. That a target does not speak CBOR is
 * judged by WIRE-12 alone, and that its policies grant nothing by ACC-01: what needs them is blocked.
 */
export function reportOfMissing(check: ReportedCheck, missing: Capability, reason: string): CheckReport {
  const words = `the target lacks ${missing}: ${reason}`;
  const judging = judgingOf[missing];
  if (judging === undefined) return emptyReport(check, 'unsupported', words);
  return { ...emptyReport(check, 'blocked', `blocked by ${judging}: ${words}`), blockedBy: [judging] };
}

/** The requirements that judge whether a target has a capability at all. */
const judgingOf: Readonly<Partial<Record<Capability, RequirementId>>> = { cbor: 'WIRE-12', grants: 'ACC-01' };
