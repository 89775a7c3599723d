// Builds the report of a run from what the host returned.
// This folder holds the report of a run and its exit code.

import type { ModelRevision } from '../api/service-model.js';
import type { CheckReport, Report } from '../files/report.js';
import { requirementIds, requirements, requirementSet } from '../catalogue/index.js';
import type { Check } from '../run/cases/check.js';
import { judgeByBaseline } from '../baseline/judge-by-baseline.js';
import { decideExit } from './exit-code.js';
import { isInShard, matchesFilters, selectChecks } from '../run/cases/select-checks.js';
import { summarize } from './summarize.js';
import { emptyReport, reportedCheck, type SessionReport } from './check-report.js';
import type { RunConfig } from '../run/session/run-config.js';
import { targetName } from '../run/session/target-choice.js';

export interface ReportSources {
  readonly suite: Report['suite'];
  readonly config: RunConfig;
  readonly runId: string;
  readonly startedAt: string;
  readonly durationMs: number;
  /** Every existing check, and the ones that were to be run. */
  readonly allChecks: readonly Check[];
  readonly selected: readonly Check[];
  readonly checks: readonly CheckReport[];
  readonly session: SessionReport | undefined;
  readonly interruptedBy: 'SIGINT' | 'SIGTERM' | undefined;
  readonly faults: readonly string[];
}

export function buildReport(sources: ReportSources): Report {
  const { config, session, allChecks, selected } = sources;
  const unjudged = requirementsWithoutCheck(allChecks, config.judging.modelRevision);
  const faults = [...sources.faults, ...(session?.faults ?? [])];
  if (session === undefined && faults.length === 0) faults.push('The run ended without a report.');
  const stopped = session?.stopped ?? null;
  const asked = unjudged.filter(({ requirement }) => matchesFilters([requirement], config.selection.filters));
  const found = [
    ...selected.map((check) => sources.checks.find(({ id }) => id === check.id) ?? notReached(check, stopped)),
    ...asked.filter(({ id }) => isInShard(id, config.selection.shard)),
    ...(session?.charged ?? []),
  ];
  const { checks: rows, baseline } = judgeByBaseline(found, config.baseline, sources.startedAt.slice(0, 10));
  const total = allChecks.length + unjudged.length;
  const leftovers = [...(session?.leftovers ?? [])];
  const { interruptedBy } = sources;
  return {
    schema: 'pca-conformance/results/2',
    suite: sources.suite,
    requirementSet: { revision: requirementSet.revision, modelRevision: config.judging.modelRevision, checks: total },
    run: {
      stopped,
      id: sources.runId,
      startedAt: sources.startedAt,
      durationMs: Math.round(sources.durationMs),
      seed: config.selection.seed,
      profile: config.selection.profile,
      level: config.selection.level,
      filters: [...config.selection.filters],
      calls: session?.calls ?? 0,
      throttled: session?.throttled ?? 0,
      transient: session?.transient ?? 0,
      ...(session?.costUsd === undefined ? {} : { costUsd: session.costUsd }),
      complete: stopped === null && interruptedBy === undefined && session !== undefined,
      ...(session?.latency === undefined ? {} : { latency: session.latency }),
      ...(config.selection.shard === undefined
        ? {}
        : { shard: { ...config.selection.shard, manifest: manifestOf(sources, asked) } }),
    },
    target: session?.target ?? {
      name: targetName(config.target.choice),
      region: config.target.region,
      usableStatus: null,
      capabilities: {},
    },
    summary: summarize(rows, total),
    ...(baseline === undefined ? {} : { baseline }),
    checks: [...rows],
    ...(session === undefined || session.remarks.length === 0 ? {} : { remarks: [...session.remarks] }),
    leftovers,
    faults,
    exit: decideExit({ checks: [...rows], baseline, leftovers, faults, stopped, interruptedBy }),
  };
}

/** Requirements without a check stay in the list, with the reason, and lower the coverage. */
function requirementsWithoutCheck(checks: readonly Check[], revision: ModelRevision): readonly CheckReport[] {
  const judged = new Set(checks.map(({ requirement }) => requirement));
  return requirementIds
    .filter((id) => (requirements[id].since ?? '') <= revision)
    .filter((id) => !judged.has(id) && requirements[id].judgedThrough === undefined)
    .map((id) => {
      const { level, statement, unjudged } = requirements[id];
      const row = { id, requirement: id, level, title: statement, required: 0, inputClasses: [] };
      // A test makes sure that the reason exists, except in a comparison with a ledger.
      const { verdict, reason } = unjudged ?? { verdict: 'not-testable', reason: 'nothing of it is recorded' };
      return emptyReport(row, verdict, reason);
    });
}

/** The data that all parts of the run must share. */
function manifestOf({ config, allChecks }: ReportSources, unjudged: readonly CheckReport[]): string[] {
  const whole = selectChecks(allChecks, { ...config.selection, shard: undefined });
  return [...whole, ...unjudged].map(({ id }) => id);
}

function notReached(check: Check, stopped: string | null): CheckReport {
  return emptyReport(reportedCheck(check), 'indeterminate', stopped ?? 'the run ended before this check');
}
