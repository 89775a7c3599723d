// Reports on the checks of a run once all are over: only then is it known which requirement each violation belongs to.

import type { CheckReport } from '../files/report.js';
import { checkReportOf, emptyReport, reportedCheck } from '../results/check-report.js';
import { attribute, type Charge, type Concluded } from '../run/cases/attribution.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { levelOf, type Check } from '../run/cases/check.js';
import type { Blocker, FailureFound } from '../run/cases/input-class-progress.js';
import type { CheckResult } from '../run/cases/run-check.js';
import { confirmBlocker } from '../run/cases/run-input-class.js';
import { isReasonToStop } from '../run/session/reason-to-stop.js';
import type { RunConfig } from '../run/session/run-config.js';
import type { CaseSaver } from './case-saver.js';

export interface Conclusion {
  readonly config: RunConfig;
  readonly context: CaseContext;
  /** False if it is enough to know what fails. */
  readonly shrinks?: boolean | undefined;
  /** Every check there is: those that may fail by what others found. The selected ones if absent. */
  readonly allChecks?: readonly Check[] | undefined;
  readonly saver: CaseSaver;
}

/** The reports of the checks that were run, in the order in which they were selected, then of others that fail by charges. */
export async function* concludeChecks(
  selected: readonly Check[],
  concluded: readonly Concluded[],
  conclusion: Conclusion,
): AsyncGenerator<CheckReport> {
  const { config, allChecks = selected, saver } = conclusion;
  const inOrder = selected.flatMap((check) => concluded.filter((each) => each.check === check));
  const chargeable = allChecks.filter((check) => config.selection.level === 'any-of' || levelOf(check) === 'must');
  const { results, charges } = attribute(inOrder, chargeable);
  const charged = await confirmAll(charges, conclusion);
  for (const { check, result } of inOrder) {
    const own = results.get(check.id) ?? result;
    // What another requirement explains is not a case of this check.
    for (const found of result.failures.filter((each) => !own.failures.includes(each))) saver.forget(check, found);
    const whole = withFailures(own, charged.get(check) ?? []);
    yield { ...checkReportOf(check, whole), failures: saver.save(check, whole.failures) };
  }
  for (const [check, found] of charged) {
    if (inOrder.some((each) => each.check === check)) continue;
    const report = { ...emptyReport(reportedCheck(check), 'fail', null), failures: saver.save(check, found) };
    yield selected.some(({ id }) => id === check.id) ? report : { ...report, charged: true };
  }
}

async function confirmAll(
  charges: readonly Charge[],
  conclusion: Conclusion,
): Promise<ReadonlyMap<Check, readonly FailureFound[]>> {
  const failures = new Map<Check, FailureFound[]>();
  for (const { check, blocker } of charges) {
    failures.set(check, [...(failures.get(check) ?? []), await confirmed(blocker, conclusion)]);
  }
  return failures;
}

/** Shrinks a blocking violation like any failure, if the budget allows it. */
async function confirmed(blocker: Blocker, { context, shrinks }: Conclusion): Promise<FailureFound> {
  if (shrinks === false) return blocker.found;
  try {
    return await confirmBlocker(context, blocker);
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    return blocker.found;
  }
}

/** A check fails by what others found of its requirement as by what it found itself. */
function withFailures(result: CheckResult, charged: readonly FailureFound[]): CheckResult {
  if (charged.length === 0) return result;
  return { ...result, verdict: 'fail', reason: undefined, failures: [...result.failures, ...charged] };
}
