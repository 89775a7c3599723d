// A whole run of the suite on one target: probes it, runs the checks, writes what happens, removes what was created.

import type { EventLog } from '../files/event-log.js';
import type { CheckReport } from '../files/report.js';
import type { SessionReport } from '../results/check-report.js';
import type { Concluded } from '../run/cases/attribution.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { createCaseSession } from '../run/cases/case-session.js';
import type { Check } from '../run/cases/check.js';
import type { AuthorityPlan } from '../run/session/authority-pool.js';
import type { Clock } from '../run/session/clock.js';
import type { ProvidedAuthorities } from '../run/session/session.js';
import { createCaseSaver, type CaseSaverOptions } from './case-saver.js';
import { closeSession } from './close-session.js';
import { concludeChecks } from './conclude-checks.js';
import { loadEarlierCases } from './earlier-cases.js';
import { createPendingReports, type PendingReports } from './pending-reports.js';
import { probeTarget, reportOfUnable, type ProbeResult } from './probe-target.js';
import type { Progress } from './progress.js';
import { createRunLog } from './run-log.js';
import { scheduleChecks } from './schedule-checks.js';

export interface SuiteRunOptions extends CaseSaverOptions {
  /** Of this package; absent if the run cannot be resumed. */
  readonly suiteVersion?: string | undefined;
  readonly runId: string;
  readonly acceptedPolicy: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: EventLog;
  /** Called whenever a check has its turn. */
  readonly onProgress: (progress: Progress) => void;
  /** How CAs are obtained on live AWS. */
  readonly authorities?: AuthorityPlan | undefined;
  readonly provided?: ProvidedAuthorities | undefined;
  /** How a case is run, if that is not judged by the oracle. */
  readonly runCase?: CaseContext['runCase'];
  /** False if it is enough to know what fails. */
  readonly shrinks?: boolean | undefined;
  /** Every check there is: those that may fail by what others found. The selected ones if absent. */
  readonly allChecks?: readonly Check[] | undefined;
}

export interface SuiteRun {
  /** Finds out what the target can do, and begins the checks. Never throws for a fault of the target. */
  start(checks: readonly Check[]): Promise<void>;
  /** Resolves when the check is over; rejects for a fault of the suite. */
  reportOf(check: Check): Promise<CheckReport>;
  /** Removes what was created. Only once every check is over. */
  finish(): Promise<SessionReport>;
}

export function createSuiteRun(options: SuiteRunOptions): SuiteRun {
  const { config, target, log, runCase } = options;
  const session = createCaseSession({ ...options, onEvent: (event) => log.write(event) });
  const context = { ...session, runCase, reference: runCase === undefined ? session.reference : undefined };
  const runLog = createRunLog(options, session.caller);
  const saver = createCaseSaver(options);
  const remarks: string[] = [];
  const charged: CheckReport[] = [];
  let probed: ProbeResult = {};
  let stopped: string | undefined;
  let reports: PendingReports = createPendingReports([]);

  const settle = (report: CheckReport): void => {
    log.write({ event: 'check-finished', check: report.id, verdict: report.verdict, observed: report.observed });
    if (report.charged === true) charged.push(report);
    else reports.settle(report);
  };
  const conclude = async (checks: readonly Check[], scheduled: Promise<readonly Concluded[]>): Promise<void> => {
    try {
      const conclusion = { ...options, context, saver };
      for await (const report of concludeChecks(checks, await scheduled, conclusion)) settle(report);
    } catch (fault) {
      for (const { id } of checks) reports.reject(id, fault);
    }
  };

  return {
    async start(checks) {
      const earlier = await loadEarlierCases(config.output.outDir, log);
      runLog.started(target);
      remarks.push(...(await earlier.dropFalseAlarms(context.reference)));
      probed = await probeTarget(session, log);
      reports = createPendingReports(checks.map(({ id }) => id));
      const unable = new Map(checks.map((check) => [check, reportOfUnable(check, probed, config.judging)]));
      for (const report of unable.values()) if (report !== undefined) settle(report);
      const scheduled = scheduleChecks(
        checks.filter((check) => unable.get(check) === undefined),
        {
          ...options,
          context,
          earlier,
          protocols: runCase === undefined ? probed.probe?.protocols : undefined,
          saver,
          runLog,
          onOver(check, result) {
            stopped ??= result.stopped;
            earlier.forgetFixed(check, result.fixed);
          },
          onFault: (check, fault) => reports.reject(check.id, fault),
        },
      );
      void conclude(checks, scheduled);
    },
    reportOf: (check) => reports.of(check.id),
    finish: () => {
      const findings = { probe: probed.probe, stopped: probed.stopped ?? stopped, remarks, charged };
      return closeSession(session, { ...findings, faults: saver.faults }, options);
    },
  };
}
