// A whole run of the suite on one target: probes it, runs the checks, writes what happens, tears down.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport, FailureReport } from '../files/report.js';
import type { Case } from '../api/case.js';
import type { HttpExchange } from '../files/exchange.js';
import { faultOfDriver } from '../files/fault.js';
import type { Outcome } from '../api/outcome.js';
import type { Target } from '../api/target.js';
import { UnavailableAuthority } from '../run/session/authority-creation.js';
import type { AuthorityPlan } from '../run/session/authority-pool.js';
import { attribute, type Concluded } from '../run/cases/attribution.js';
import { levelOf, type Check } from '../run/cases/check.js';
import type { Clock } from '../run/session/clock.js';
import { caseFileOf, describeFailure, failureFileName } from '../results/describe-failure.js';
import type { EventLog, Redaction } from '../files/event-log.js';
import { isReasonToStop } from '../run/session/reason-to-stop.js';
import {
  checkReportOf,
  reportOfMissing,
  emptyReport,
  reportedCheck,
  type SessionReport,
} from '../results/check-report.js';
import type { Progress } from './progress.js';
import { beginCheck, type CheckResult, type CheckRun } from '../run/cases/run-check.js';
import type { Phase } from '../run/cases/phases.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { runPhases } from '../run/cases/run-phases.js';
import { createRunLog } from './run-log.js';
import { confirmBlocker } from '../run/cases/run-input-class.js';
import type { Blocker, FailureFound, InputClassProgress } from '../run/cases/input-class-progress.js';
import type { RunConfig } from '../run/session/run-config.js';
import { forgetCase, loadSavedCases, type SavedCase, type SavedCases } from '../files/saved-cases.js';
import type { ProvidedAuthorities, Probe } from '../run/session/session.js';
import { createCaseSession } from '../run/cases/case-session.js';
import { measureShare } from './share-done.js';

export interface SuiteRunOptions {
  readonly config: RunConfig;
  /** Of this package; absent if the run cannot be resumed. */
  readonly suiteVersion?: string | undefined;
  readonly runId: string;
  readonly target: Target;
  readonly acceptedPolicy: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: EventLog;
  /** Told whenever a check has its turn. */
  readonly onProgress: (progress: Progress) => void;
  /** What went over the wire for an answer, where that is to be shown. */
  readonly exchangeOf?: ((outcome: Outcome) => HttpExchange | undefined) | undefined;
  /** Takes out of files and reports what must not be written. */
  readonly redactor?: Redaction | undefined;
  /** How CAs are had on live AWS. */
  readonly authorities?: AuthorityPlan | undefined;
  readonly provided?: ProvidedAuthorities | undefined;
  /** How a case is run, where that is not judged by the oracle. */
  readonly runCase?: CaseContext['runCase'];
  /** False if it is enough to know what fails. */
  readonly shrinks?: boolean | undefined;
  /** Every check there is: those that may fail by what others meet. The selected ones where absent. */
  readonly allChecks?: readonly Check[] | undefined;
}

export interface SuiteRun {
  /** Finds out what the target can do, and begins with the checks. Never throws for a fault of the target. */
  start(checks: readonly Check[]): Promise<void>;
  /** Resolves when the check is over; rejects for a fault of the suite. */
  reportOf(check: Check): Promise<CheckReport>;
  /** Removes what was made. Only once every check is over. */
  finish(): Promise<SessionReport>;
}

export function createSuiteRun(options: SuiteRunOptions): SuiteRun {
  const { config, runId, target, acceptedPolicy, clock, signal, log, shrinks } = options;
  const { selection } = config;
  const onEvent = (event: Readonly<Record<string, unknown>>): void => log.write(event);
  const { authorities, provided } = options;
  const session = createCaseSession({
    config,
    target,
    runId,
    acceptedPolicy,
    clock,
    signal,
    onEvent,
    authorities,
    provided,
  });
  const runLog = createRunLog(options, session.caller);
  const isJudgedByOracle = options.runCase === undefined;
  const context: CaseContext = {
    ...session,
    runCase: options.runCase,
    reference: isJudgedByOracle ? session.reference : undefined,
  };
  let saved: SavedCases = { cases: [], unreadable: [] };
  const charged: CheckReport[] = [];
  const reports = new Map<string, Promise<CheckReport>>();
  const faults: string[] = [];
  const remarks: string[] = [];
  let probe: Probe | undefined;
  let stopped: string | undefined;

  return {
    async start(checks) {
      saved = await loadSavedCases(config.output.outDir);
      for (const file of saved.unreadable) log.write({ event: 'case-file-skipped', ...file });
      runLog.started(target);
      await dropFalseAlarms();
      await probeTarget();
      runChecks(checks);
    },
    async reportOf(check) {
      const report = await reports.get(check.id);
      if (report === undefined) throw new Error(`${check.id} was never begun.`);
      return report;
    },
    async finish() {
      const costBefore = session.pool.costUsd();
      const leftovers = await session.close();
      const driverFault = session.driverFault();
      if (driverFault !== undefined) faults.push(faultOfDriver(driverFault));
      const endReason = stopped ?? (signal.aborted ? 'the run was interrupted' : null);
      const calls = session.caller.callCount();
      const throttled = session.caller.throttledCount();
      const costUsd = config.live === undefined ? undefined : costBefore;
      log.write({ event: 'run-finished', calls, throttled, leftovers, stopped: endReason });
      const { usableStatus = null, capabilities = {} } = probe ?? {};
      return {
        target: {
          name: target.name,
          region: target.region,
          usableStatus,
          capabilities,
          ...(session.pool.remainingCount() === 0 ? {} : { remaining: session.pool.remainingCount() }),
        },
        calls,
        throttled,
        transient: session.transients.count(),
        remarks,
        charged,
        latency: session.caller.latency(),
        costUsd,
        leftovers,
        stopped: endReason,
        faults,
      };
    },
  };

  /** A saved case that fails on the reference service shows nothing, and is dropped with a remark. */
  async function dropFalseAlarms(): Promise<void> {
    const kept: SavedCase[] = [];
    for (const each of saved.cases) {
      if (!(await failsOnReference(each.saved.case))) {
        kept.push(each);
        continue;
      }
      forgetCase(each);
      const problem = 'the reference service fails it too, so that it shows nothing; it was removed';
      log.write({ event: 'case-file-skipped', path: each.path, problem });
      remarks.push(`${each.path} was dropped: ${problem}`);
    }
    saved.cases.splice(0, saved.cases.length, ...kept);
  }

  async function failsOnReference(subject: Case): Promise<boolean> {
    return (await context.reference?.fails(subject)) === true;
  }

  async function probeTarget(): Promise<void> {
    try {
      probe = await session.probe();
      log.write({ event: 'probed', ...probe });
    } catch (error) {
      if (!isReasonToStop(error)) throw error;
      stopped = error instanceof UnavailableAuthority ? `no CA could be created: ${error.message}` : error.message;
      log.write({ event: 'run-stopped', reason: stopped });
    }
  }

  /** Begins, and leaves a promise for each check; those that cannot be run are over at once. */
  function runChecks(checks: readonly Check[]): void {
    const pending = new Map<string, Pending>();
    const runs: CheckRun[] = [];
    for (const check of checks) {
      const unable = reportOfUnable(check);
      if (unable !== undefined) {
        reports.set(check.id, Promise.resolve(finished(unable)));
        continue;
      }
      const { promise, ...settle } = createPending();
      reports.set(check.id, promise);
      pending.set(check.id, settle);
      const own = saved.cases.filter((each) => each.saved.check === check.id).map((each) => each.saved.case);
      const known = config.baseline?.entries.filter((entry) => entry.check === check.id);
      const plan = {
        seed: selection.seed,
        casesPerInputClass: selection.runs,
        saved: own,
        known,
        shrinks,
        records: config.resumption?.inputClasses[check.id],
        onTurnOver: (progress: InputClassProgress, phase: Phase) => runLog.turnOver(check, progress, phase),
        onFailure: (found: FailureFound) => {
          if (levelOf(check) !== 'note') saveFailure(check, found, { ...options, suffix: '', faults: [] });
        },
      };
      runs.push(beginCheck(context, check, plan, runLog.caseRun));
    }
    const share = measureShare(runs, config.budget);
    const startedMs = clock.nowMs();
    const concluded: Concluded[] = [];
    const phases = runPhases(runs, {
      ...config.budget,
      isSpent: () => signal.aborted || session.caller.isSpent(),
      firstRound: config.resumption?.round,
      onRoundOver: (round) => runLog.roundOver(runs, round),
      onTurn: (check, phase) => {
        const failures = runs.reduce((sum, run) => sum + run.failureCount(), 0);
        const calls = session.caller.callCount();
        const done = share.takeTurn(calls, clock.nowMs() - startedMs);
        options.onProgress({ phase, check: check.id, calls, failures, share: done });
      },
      onOver: (run) => {
        const result = run.conclude();
        stopped ??= result.stopped;
        forgetFixed(run.check, result);
        concluded.push({ check: run.check, result });
      },
      onFault: (check, fault) => pending.get(check.id)?.reject(fault),
    });
    // Only once all checks are over is it known which requirement each violation belongs to.
    void phases
      .then(() => concludeAll(checks, concluded, pending))
      .catch((fault: unknown) => {
        for (const { reject } of pending.values()) reject(fault);
      });
  }

  async function concludeAll(
    checks: readonly Check[],
    concluded: readonly Concluded[],
    pending: ReadonlyMap<string, Pending>,
  ): Promise<void> {
    const inOrder = checks.flatMap((check) => concluded.filter((each) => each.check === check));
    const chargeable = (options.allChecks ?? checks).filter(
      (check) => selection.level === 'any-of' || levelOf(check) === 'must',
    );
    const { results, charges } = attribute(inOrder, chargeable);
    const failures = new Map<Check, FailureFound[]>();
    for (const { check, blocker } of charges) {
      failures.set(check, [...(failures.get(check) ?? []), await confirmed(blocker)]);
    }
    for (const { check, result } of inOrder) {
      const own = results.get(check.id) ?? result;
      forgetExplained(check, result, own);
      const report = reportOf(check, withFailures(own, failures.get(check) ?? []));
      pending.get(check.id)?.resolve(finished(report));
    }
    for (const [check, found] of failures) {
      if (inOrder.some((each) => each.check === check)) continue;
      const report = { ...emptyReport(reportedCheck(check), 'fail', null), failures: saveFailures(check, found) };
      if (reports.has(check.id)) reports.set(check.id, Promise.resolve(finished(report)));
      else charged.push(finished({ ...report, charged: true }));
    }
  }

  /** Shrinks a blocking violation like any failure, where the budget allows it. */
  async function confirmed({ cites, found }: Blocker): Promise<FailureFound> {
    if (shrinks === false) return found;
    try {
      return await confirmBlocker(context, { cites, found });
    } catch (error) {
      if (!isReasonToStop(error)) throw error;
      return found;
    }
  }

  function reportOfUnable(check: Check): CheckReport | undefined {
    if (stopped !== undefined) return emptyReport(reportedCheck(check), 'indeterminate', stopped);
    const missing = check.needs?.find((capability) => probe?.capabilities[capability].available !== true);
    if (missing === undefined) return undefined;
    return reportOfMissing(reportedCheck(check), missing, probe?.capabilities[missing].reason ?? 'not probed');
  }

  function forgetFixed(check: Check, result: CheckResult): void {
    const own = saved.cases.filter((each) => each.saved.check === check.id);
    for (const each of own.filter(({ saved: { case: before } }) => result.fixed.includes(before))) forgetCase(each);
  }

  /** What turned out to be explained by another requirement is not a case of this check. */
  function forgetExplained(check: Check, before: CheckResult, after: CheckResult): void {
    for (const found of before.failures.filter((each) => !after.failures.includes(each))) {
      const path = join(config.output.outDir, 'cases', `${failureFileName(check, found)}.json`);
      forgetCase({ path });
    }
  }

  function reportOf(check: Check, result: CheckResult): CheckReport {
    return { ...checkReportOf(check, result), failures: saveFailures(check, result.failures) };
  }

  function saveFailures(check: Check, found: readonly FailureFound[]): FailureReport[] {
    return found.map((each, index) => {
      // An input class has several failures where some are known.
      const place = found.slice(0, index).filter(({ inputClass }) => inputClass === each.inputClass).length;
      return saveFailure(check, each, { ...options, suffix: place === 0 ? '' : `.${place + 1}`, faults });
    });
  }

  function finished(report: CheckReport): CheckReport {
    log.write({ event: 'check-finished', check: report.id, verdict: report.verdict, observed: report.observed });
    return report;
  }
}

interface Pending {
  readonly resolve: (report: CheckReport) => void;
  readonly reject: (fault: unknown) => void;
}

function createPending(): Pending & { readonly promise: Promise<CheckReport> } {
  const settle: Pending[] = [];
  const promise = new Promise<CheckReport>((resolve, reject) => settle.push({ resolve, reject }));
  // The fault is reported to the caller that asks for the report; until then it must not be an unhandled rejection.
  promise.catch(() => {});
  return { promise, resolve: (report) => settle[0]?.resolve(report), reject: (fault) => settle[0]?.reject(fault) };
}

/** Writes the case and its policy where a person and `replay` find them. */
function saveFailure(
  check: Check,
  found: FailureFound,
  {
    config,
    target,
    exchangeOf,
    redactor,
    suffix,
    faults,
  }: SuiteRunOptions & { readonly suffix: string; readonly faults: string[] },
): FailureReport {
  const folder = join(config.output.outDir, 'cases');
  const name = `${failureFileName(check, found)}${suffix}`;
  const files = { casePath: join(folder, `${name}.json`), policyPath: join(folder, `${name}.policy`), check: check.id };
  const redact = <Value>(value: Value): Value => redactor?.value(value) ?? value;
  const report = redact(describeFailure(found, target, config, { ...files, exchangeOf }));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(files.casePath, `${JSON.stringify(redact(caseFileOf(check, found, report)), undefined, 2)}\n`);
    const last = found.run.trace.at(-1)?.operation;
    if (last?.kind === 'PutPolicy') writeFileSync(files.policyPath, redact(last.input.Policy));
  } catch (error) {
    // The failure itself is in the report; only its file is missing.
    faults.push(`${files.casePath} was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return report;
}

/** A check fails by what others met of its requirement as by what it met itself. */
function withFailures(result: CheckResult, charged: readonly FailureFound[]): CheckResult {
  if (charged.length === 0) return result;
  return { ...result, verdict: 'fail', reason: undefined, failures: [...result.failures, ...charged] };
}
