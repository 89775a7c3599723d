// A whole run of the suite on one target: opens it, runs the checks one by one, writes what happens, tears down.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport, FailureReport, Report } from '../api/report.js';
import { answerOf } from '../api/outcome.js';
import type { Target } from '../api/target.js';
import { UnavailableAuthority, type Leftover } from './authority-pool.js';
import { levelOf, type Check } from './check.js';
import type { Clock } from './clock.js';
import { caseFileOf, describeFailure, failureFileName } from './describe-failure.js';
import type { EventLog } from './event-log.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';
import { runCheck, type CaseListener, type CheckResult, type FailureFound } from './run-check.js';
import type { RunConfig } from './run-config.js';
import { forgetCase, loadSavedCases } from './saved-cases.js';
import { createSession, type Probe } from './session.js';

export interface SuiteRunOptions {
  readonly config: RunConfig;
  readonly runId: string;
  readonly target: Target;
  readonly acceptedPolicy: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: EventLog;
}

/** What the run learned about the target beside the results of the checks. */
export interface SessionReport {
  readonly target: Report['target'];
  readonly calls: number;
  readonly leftovers: readonly Leftover[];
  /** Why the run ended before its last check, where it did. */
  readonly stopped: string | null;
  /** Files that could not be written. */
  readonly faults: readonly string[];
}

export interface SuiteRun {
  /** Finds out what the target can do. Never throws for a fault of the target. */
  start(): Promise<void>;
  run(check: Check): Promise<CheckReport>;
  /** Removes what was made. */
  finish(): Promise<SessionReport>;
  callCount(): number;
}

export function createSuiteRun(options: SuiteRunOptions): SuiteRun {
  const { config, runId, target, acceptedPolicy, clock, signal, log } = options;
  const onEvent = (event: Readonly<Record<string, unknown>>): void => log.write(event);
  const session = createSession({ config, target, runId, acceptedPolicy, clock, signal, onEvent });
  const onCase = logCase(log);
  let probe: Probe | undefined;
  const faults: string[] = [];
  const saved = loadSavedCases(config.outDir);
  let stopped: string | undefined;

  return {
    async start() {
      for (const file of saved.unreadable) log.write({ event: 'case-file-skipped', ...file });
      log.write({ event: 'run-started', runId, target: target.name, seed: config.seed, profile: config.profile });
      try {
        probe = await session.probe();
        log.write({ event: 'probed', ...probe });
      } catch (error) {
        if (!isReasonToStop(error)) throw error;
        stopped = error instanceof UnavailableAuthority ? `no CA can be had: ${error.message}` : error.message;
        log.write({ event: 'run-stopped', reason: stopped });
      }
    },
    async run(check) {
      const report = await runOne(check);
      log.write({ event: 'check-finished', check: check.id, verdict: report.verdict, observed: report.observed });
      return report;
    },
    async finish() {
      const leftovers = await session.close();
      const endReason = stopped ?? (signal.aborted ? 'the run was interrupted' : session.caller.endReason());
      const calls = session.caller.callCount();
      log.write({ event: 'run-finished', calls, leftovers, stopped: endReason ?? null });
      return {
        target: {
          name: target.name,
          region: target.region,
          usableStatus: probe?.usableStatus ?? null,
          capabilities: probe?.capabilities ?? {},
        },
        calls,
        leftovers,
        stopped: endReason ?? null,
        faults,
      };
    },
    callCount: () => session.caller.callCount(),
  };

  async function runOne(check: Check): Promise<CheckReport> {
    if (stopped !== undefined) return emptyReport(check, 'indeterminate', stopped);
    const missing = check.needs?.find((capability) => probe?.capabilities[capability].available !== true);
    if (missing !== undefined) {
      const reason = probe?.capabilities[missing].reason ?? 'not probed';
      return emptyReport(check, 'unsupported', `the target lacks ${missing}: ${reason}`);
    }
    const own = saved.cases.filter((each) => each.saved.check === check.id);
    const plan = {
      seed: config.seed,
      casesPerStratum: config.casesPerStratum,
      saved: own.map((each) => each.saved.case),
    };
    const result = await runCheck(session, check, plan, onCase);
    for (const each of own.filter(({ saved: { case: before } }) => result.fixed.includes(before))) forgetCase(each);
    const failures = result.failures.map((found) => saveFailure(check, found, options, faults));
    return checkReportOf(check, result, failures);
  }
}

/** Whether an error ends a run for a reason that is neither a verdict nor a fault of the suite. */
export function isReasonToStop(error: unknown): error is Error {
  return error instanceof UnavailableAuthority || error instanceof InconclusiveRun || error instanceof InterruptedRun;
}

/** One line for each case: what was generated, what was sent, what was answered. */
function logCase(log: EventLog): CaseListener {
  return ({ check, case: subject, run, shrinking }) => {
    const sent = createHash('sha256');
    for (const { operation } of run.trace) sent.update(`${operation.kind} ${JSON.stringify(operation.input)}\n`);
    log.write({
      event: 'case',
      check: check.id,
      stratum: subject.stratum,
      shrinking,
      result: run.result.kind,
      steps: subject.steps.map(({ operation }) => operation),
      answers: run.trace.map(({ outcome }) => answerOf(outcome)),
      sentSha256: sent.digest('hex'),
    });
  };
}

/** Writes the case and its policy where a person and `replay` find them. */
function saveFailure(
  check: Check,
  found: FailureFound,
  { config, target }: SuiteRunOptions,
  faults: string[],
): FailureReport {
  const folder = join(config.outDir, 'cases');
  const name = failureFileName(check, found);
  const files = { casePath: join(folder, `${name}.json`), policyPath: join(folder, `${name}.policy`) };
  const report = describeFailure(found, target, config, files);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(files.casePath, `${JSON.stringify(caseFileOf(check, found, report), undefined, 2)}\n`);
    const last = found.run.trace.at(-1)?.operation;
    if (last?.kind === 'PutPolicy') writeFileSync(files.policyPath, last.input.Policy);
  } catch (error) {
    // The failure itself is in the report; only its file is missing.
    faults.push(`${files.casePath} was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return report;
}

function checkReportOf(check: Check, result: CheckResult, failures: readonly FailureReport[]): CheckReport {
  const [failure = null, ...otherFailures] = failures;
  return {
    ...emptyReport(check, result.verdict, result.reason ?? null),
    observed: result.observed,
    required: result.required,
    notes: [...result.notes],
    failure,
    otherFailures,
  };
}

/** The report of a check that ran no case. */
export function emptyReport(check: Check, verdict: CheckReport['verdict'], reason: string | null): CheckReport {
  return {
    id: check.id,
    requirement: check.requirement,
    level: levelOf(check),
    title: check.title,
    verdict,
    reason,
    observed: 0,
    required: check.strata.length,
    notes: [],
    failure: null,
    otherFailures: [],
  };
}
