// Charges every violation of a run to one requirement: its own check fails, and every other check that found it is blocked.

import { requirements, type RequirementId } from '../../catalogue/index.js';
import { answerOf } from '../../api/outcome.js';
import { judgedBy, levelOf, type Check } from './check.js';
import type { Citation } from '../judge/citations.js';
import type { CheckResult } from './run-check.js';
import type { Blocker, FailureFound } from './input-class-progress.js';

/** A finished check, with its own findings. */
export interface Concluded {
  readonly check: Check;
  readonly result: CheckResult;
}

/** A violation that no check of the requirement found itself. */
export interface Charge {
  /** The check that fails by it; it may not have been selected. */
  readonly check: Check;
  readonly blocker: Blocker;
}

export interface Attribution {
  /** The results by the id of the check. A failure that a more general failure explains is blocked by it. */
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly charges: readonly Charge[];
}

/** `allChecks` are those that may be charged. Pure. */
export function attribute(concluded: readonly Concluded[], allChecks: readonly Check[]): Attribution {
  const failed = failedRequirements(concluded);
  const explained = new Map<string, CheckResult>();
  for (const { check, result } of concluded) explained.set(check.id, withoutExplained(check, result, failed));
  const standing = failedRequirements(
    concluded.map(({ check, result }) => ({ check, result: explained.get(check.id) ?? result })),
  );
  const charges: Charge[] = [];
  for (const { result } of concluded) {
    for (const blocker of result.blockers) {
      if (explainerOf(blocker, standing) !== undefined) continue;
      const charge = chargeFor(blocker, concluded, allChecks);
      if (charge === undefined) continue;
      charges.push(charge);
      addFailure(standing, judgedBy(charge.check), blocker.found);
    }
  }
  const results = new Map<string, CheckResult>();
  for (const { check, result } of concluded) {
    results.set(check.id, withBlockers(explained.get(check.id) ?? result, standing));
  }
  return { results, charges };
}

/** The answers by which requirements fail, by requirement. */
type Failed = Map<RequirementId, Set<string>>;

function failedRequirements(concluded: readonly Concluded[]): Failed {
  const failed: Failed = new Map();
  for (const { check, result } of concluded) {
    for (const found of result.failures) addFailure(failed, new Set([check.requirement]), found);
  }
  return failed;
}

function addFailure(failed: Failed, ids: ReadonlySet<RequirementId>, found: FailureFound): void {
  for (const id of ids) failed.set(id, new Set([...(failed.get(id) ?? []), answerIn(found)]));
}

/** The wrong answer of a failure as one word. */
function answerIn({ run }: FailureFound): string {
  const at = run.result.kind === 'violated' ? run.result.at : run.trace.length - 1;
  const outcome = run.trace[at]?.outcome;
  return outcome === undefined ? '' : answerOf(outcome);
}

function tiersIn({ run: { result } }: FailureFound): Citation['tiers'] {
  return result.kind === 'violated' ? (result.violation.tiers ?? []) : [];
}

/** The requirements that explain the failure of these. */
function moreGeneral(tiers: Citation['tiers'], own: ReadonlySet<RequirementId>): readonly RequirementId[] {
  const place = tiers.findIndex((tier) => tier.some((id) => own.has(id)));
  return (place < 0 ? tiers : tiers.slice(0, place)).flat();
}

/** The failing requirement that a violation belongs to; undefined if none is known yet. */
function explainerOf({ cites, found }: Blocker, failed: Failed): RequirementId | undefined {
  const cited = cites.find((id) => failed.has(id) || judges(id).some((other) => failed.has(other)));
  if (cited !== undefined) return failed.has(cited) ? cited : judges(cited).find((other) => failed.has(other));
  return tiersIn(found)
    .flat()
    .find((id) => failed.get(id)?.has(answerIn(found)) === true);
}

/** The requirements whose checks judge this one. */
function judges(id: RequirementId): readonly RequirementId[] {
  return (requirements[id].judgedThrough ?? []) as readonly RequirementId[];
}

/** A failure is explained by a more general requirement that fails by the same answer. */
function withoutExplained(check: Check, result: CheckResult, failed: Failed): CheckResult {
  const own = judgedBy(check);
  const explainers = new Set<RequirementId>();
  const failures = result.failures.filter((found) => {
    const explainer = moreGeneral(tiersIn(found), own).find((id) => failed.get(id)?.has(answerIn(found)) === true);
    if (explainer !== undefined) explainers.add(explainer);
    return explainer === undefined;
  });
  if (explainers.size === 0) return result;
  const blockedBy = [...explainers];
  if (failures.length > 0) return { ...result, failures, blockedBy };
  const left = result.observed - result.failures.length;
  return {
    ...result,
    failures,
    blockedBy,
    observed: Math.max(0, left),
    verdict: 'blocked',
    reason: reasonOf(blockedBy),
  };
}

/** Names what blocks a check, after all failures are known. */
function withBlockers(result: CheckResult, failed: Failed): CheckResult {
  const blockers = result.blockers
    .map((blocker) => explainerOf(blocker, failed) ?? blocker.cites[0])
    .filter((id) => id !== undefined);
  const blockedBy = [...new Set([...(result.blockedBy ?? []), ...blockers])];
  if (blockedBy.length === 0) return result;
  if (result.verdict !== 'blocked') return { ...result, blockedBy };
  const fails = blockedBy.some((id) => failed.has(id));
  // A violation of a requirement that cannot fail a target blocks nothing either: it is not known whether the check holds.
  if (!fails)
    return { ...result, blockedBy, verdict: 'indeterminate', reason: `the target differs in ${blockedBy.join(', ')}` };
  const detail = result.reason === undefined || result.blockers.length === 0 ? '' : `: ${result.reason}`;
  return { ...result, blockedBy, reason: `${reasonOf(blockedBy)}${detail}` };
}

function reasonOf(blockedBy: readonly RequirementId[]): string {
  return `blocked by ${blockedBy.join(', ')}`;
}

/** The check that fails by a violation: that of the first cited requirement that can fail a target. */
function chargeFor(blocker: Blocker, concluded: readonly Concluded[], allChecks: readonly Check[]): Charge | undefined {
  for (const id of blocker.cites) {
    const own = allChecks.filter(
      (check) => (check.requirement === id || judges(id).includes(check.requirement)) && levelOf(check) !== 'note',
    );
    const isSelected = (check: Check): boolean => concluded.some((each) => each.check.id === check.id);
    const check =
      own.find((each) => levelOf(each) === requirements[id].level && isSelected(each)) ??
      own.find((each) => levelOf(each) === requirements[id].level) ??
      own[0];
    if (check !== undefined) return { check, blocker };
  }
  return undefined;
}
