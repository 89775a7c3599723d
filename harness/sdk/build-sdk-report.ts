// Builds the report of a run on a client, with the same schema as that of a run on a service.

import { faultOfDriver } from '../files/fault.js';
import type { CheckReport, Report } from '../files/report.js';
import { newestModelRevision } from '../api/service-model.js';
import { sdkRequirementSet } from '../catalogue/sdk-requirements.js';
import { decideExit } from '../results/exit-code.js';
import type { JudgedLevel } from '../run/options/selection-options.js';
import { summarize } from '../results/summarize.js';
import { capabilitiesOf, type SdkRun } from './run-sdk.js';
import { usualRegion } from './run-sdk-case.js';
import { protocolsOf, reportedCheck, type SdkCheck } from './sdk-check.js';
import { emptyReport } from '../results/check-report.js';

export interface SdkReportSources {
  readonly suite: Report['suite'];
  readonly run: SdkRun;
  readonly allChecks: readonly SdkCheck[];
  readonly selected: readonly SdkCheck[];
  readonly runId: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: number;
  readonly level: JudgedLevel;
  readonly filters: readonly string[];
  /** The user's name of the driver, in case it did not report its own. */
  readonly driver: string | undefined;
  readonly interruptedBy: 'SIGINT' | 'SIGTERM' | undefined;
}

export function buildSdkReport(sources: SdkReportSources): Report {
  const { run, interruptedBy, level, seed } = sources;
  const applies = (check: SdkCheck): boolean =>
    run.protocols.length === 0 || protocolsOf(check, run.protocols).length > 0;
  const allChecks = sources.allChecks.filter(applies);
  const selected = sources.selected.filter(applies);
  const faults = run.faults.map(({ isOfDriver, message }) => (isOfDriver ? faultOfDriver(message) : message));
  const rows = selected.map((check): CheckReport => {
    const found = run.checks.find(({ id }) => id === check.id);
    return (
      found ?? emptyReport(reportedCheck(check, run.protocols), 'indeterminate', 'the run ended before this check')
    );
  });
  const isComplete = interruptedBy === undefined && run.checks.length === selected.length;
  return {
    schema: 'pca-conformance/results/2',
    suite: sources.suite,
    requirementSet: {
      revision: sdkRequirementSet.revision,
      modelRevision: newestModelRevision,
      checks: allChecks.length,
    },
    run: {
      stopped: null,
      id: sources.runId,
      startedAt: sources.startedAt,
      durationMs: Math.round(sources.durationMs),
      seed,
      profile: 'ci',
      level,
      filters: [...sources.filters],
      calls: run.calls,
      throttled: 0,
      complete: isComplete,
    },
    target: {
      name: nameOf(sources),
      region: usualRegion,
      usableStatus: null,
      capabilities: capabilitiesOf(run),
    },
    summary: summarize(rows, allChecks.length),
    checks: rows,
    leftovers: [],
    faults,
    exit: decideExit({ checks: rows, baseline: undefined, leftovers: [], faults, stopped: null, interruptedBy }),
  };
}

/** What the driver reports about itself is the same on every machine, unlike its command. */
function nameOf({ run: { hello }, driver }: SdkReportSources): string {
  return hello === undefined ? `driver:${driver ?? 'builtin'}` : `${hello.sdk.name} ${hello.sdk.version}`;
}
