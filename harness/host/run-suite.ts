// Runs checks on one target in this process: opens what the run needs, runs, removes what was created. The command line and
// the library share it.
// This folder holds the engine of a run, which the command line and the library share.

import { join } from 'node:path';
import type { Target } from '../api/target.js';
import { openEventLog } from '../files/event-log.js';
import type { Ledger } from '../files/ledger-file.js';
import type { CheckReport } from '../files/report.js';
import type { LiveRun } from '../live/live-run.js';
import type { SessionReport } from '../results/check-report.js';
import type { Check } from '../run/cases/check.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { systemClock } from '../run/session/clock.js';
import type { RunConfig } from '../run/session/run-config.js';
import { beginTracing } from '../run/session/tracing.js';
import type { Progress } from './progress.js';
import { createSuiteRun } from './suite-run.js';
import { collectUnhandledErrors, textOfFault, untilNothingIsPending } from './unhandled-errors.js';

export interface Suite {
  readonly config: RunConfig;
  readonly runId: string;
  /** Of this package; absent if the run cannot be resumed. */
  readonly suiteVersion?: string | undefined;
  /** Called once. */
  readonly makeTarget: () => Promise<Target>;
  readonly acceptedPolicy: string;
  /** Every check there is, and those that are run. */
  readonly allChecks: readonly Check[];
  readonly selected: readonly Check[];
  /** The recorded answers that decide, instead of the oracle. */
  readonly ledger?: Ledger | undefined;
  /** Ends the run early; what was created is removed. */
  readonly signal: AbortSignal;
}

export interface RunListener {
  onProgress(progress: Progress): void;
  onCheck(report: CheckReport): void;
}

/** A run whose target and files are open. */
export interface OpenRun {
  /** Probes the target and begins the checks. */
  start(): Promise<void>;
  /** Resolves when the check is over; rejects for a fault of the suite. */
  reportOf(check: Check): Promise<CheckReport>;
  /** Removes what was created and closes the files. Only once every check is over. */
  finish(): Promise<SessionReport>;
}

export async function openRun(suite: Suite, onProgress: RunListener['onProgress'] = () => {}): Promise<OpenRun> {
  const { config, ledger, selected } = suite;
  const live = config.live === undefined ? undefined : await beginLiveRun(suite);
  const redactor = live?.redactor;
  const goesOn = config.resumption !== undefined;
  const log = openEventLog(join(config.output.outDir, 'events.ndjson'), { redactor, goesOn });
  const tracing = beginTracing(await suite.makeTarget(), { ...config.output, redactor }, systemClock);
  const run = createSuiteRun({
    ...suite,
    target: tracing.target,
    exchangeOf: tracing.exchangeOf,
    clock: systemClock,
    log,
    authorities: live?.authorities,
    provided: live?.provided,
    redactor,
    // A recorded case is compared as it is: a smaller one was never recorded.
    ...(ledger === undefined ? {} : { runCase: await judgeBy(ledger), shrinks: false }),
    onProgress,
  });
  return {
    start: () => run.start(selected),
    reportOf: (check) => run.reportOf(check),
    async finish() {
      const session = await run.finish();
      live?.close(session.leftovers.length === 0);
      tracing.close();
      log.close();
      return { ...session, exchangesLeftOut: tracing.leftOut() };
    },
  };
}

async function beginLiveRun({ config, runId }: Suite): Promise<LiveRun | undefined> {
  const { openLiveRun } = await import('../live/open-live-run.js');
  return openLiveRun(config, runId, systemClock);
}

async function judgeBy(ledger: Ledger): Promise<CaseContext['runCase']> {
  const { judgeByLedger } = await import('../ledger/ledger-checks.js');
  return judgeByLedger(ledger);
}

export interface HostResult {
  readonly checks: readonly CheckReport[];
  /** Absent if the run did not reach its end. */
  readonly session: SessionReport | undefined;
  /** Faults of the suite itself. */
  readonly faults: readonly string[];
}

/** Runs the checks from beginning to end. Never rejects: what is thrown on the way is a fault of the suite. */
export async function runSuite(suite: Suite, listener: RunListener): Promise<HostResult> {
  const checks: CheckReport[] = [];
  const unhandled = collectUnhandledErrors();
  const faults: string[] = [];
  let session: SessionReport | undefined;
  const attempt = async (work: () => Promise<void>, place = ''): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      faults.push(place + textOfFault(error));
      return false;
    }
  };
  const report = async (run: OpenRun): Promise<void> => {
    for (const check of suite.selected) {
      const judge = async (): Promise<void> => {
        const judged = await run.reportOf(check);
        checks.push(judged);
        listener.onCheck(judged);
      };
      await attempt(judge, `${check.requirement} ${check.title}: `);
    }
  };
  const work = attempt(async () => {
    const run = await openRun(suite, (progress) => listener.onProgress(progress));
    if (await attempt(() => run.start())) await report(run);
    session = await run.finish();
  });
  await untilNothingIsPending(work);
  unhandled.stop();
  return { checks, session, faults: [...unhandled.faults, ...faults] };
}
