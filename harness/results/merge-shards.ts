// Merges the parts of a run, once it is certain that they are all parts of one run and that none is missing.

import { isDeepStrictEqual } from 'node:util';
import type { CheckReport, Report, ShardReport } from '../files/report.js';
import { decideExit } from './exit-code.js';
import { mergeLatencies } from '../run/session/latency.js';
import { summarize } from './summarize.js';

export interface ShardFile {
  /** As the user wrote it. */
  readonly path: string;
  readonly report: Report;
}

export type MergedShards =
  | { readonly kind: 'merged'; readonly report: Report }
  /** The problem as text: the file, the member and the fix. */
  | { readonly kind: 'mismatch'; readonly problem: string };

interface Part extends ShardFile {
  readonly shard: ShardReport;
}

export function mergeShards(files: readonly ShardFile[]): MergedShards {
  const parts: Part[] = [];
  for (const file of files) {
    const { shard } = file.report.run;
    if (shard === undefined) {
      return mismatch(`${file.path} is not a part of a run: run.shard is missing. Give results of "run --shard I/N".`);
    }
    parts.push({ ...file, shard });
  }
  const problem = strangerAmong(parts) ?? missingPart(parts) ?? wrongRows(parts);
  return problem === undefined ? { kind: 'merged', report: together(parts) } : mismatch(problem);
}

function mismatch(problem: string): MergedShards {
  return { kind: 'mismatch', problem };
}

/** What all parts of a run have in common. */
const shared: readonly (readonly [member: string, of: (part: Part) => unknown])[] = [
  ['suite.version', ({ report }) => report.suite.version],
  ['requirementSet', ({ report }) => report.requirementSet],
  ['target.name', ({ report }) => report.target.name],
  ['target.region', ({ report }) => report.target.region],
  ['run.profile', ({ report }) => report.run.profile],
  ['run.level', ({ report }) => report.run.level],
  ['run.seed', ({ report }) => report.run.seed],
  ['baseline', ({ report: { baseline } }) => [baseline?.file, baseline?.entries]],
  ['run.filters', ({ report }) => report.run.filters],
  ['run.shard.count', ({ shard }) => shard.count],
  ['run.shard.manifest', ({ shard }) => shard.manifest],
];

function strangerAmong(parts: readonly Part[]): string | undefined {
  const [first, ...others] = parts;
  for (const other of others) {
    for (const [member, of] of shared) {
      if (first === undefined || isDeepStrictEqual(of(first), of(other))) continue;
      return `${other.path} and ${first.path} are not of one run: ${member} differs. Run all parts with the same options, --seed among them.`;
    }
  }
  return undefined;
}

function missingPart(parts: readonly Part[]): string | undefined {
  const count = parts[0]?.shard.count ?? 0;
  for (let index = 1; index <= count; index += 1) {
    const own = parts.filter(({ shard }) => shard.index === index);
    if (own.length === 0)
      return `Part ${index} of ${count} is missing. Give the results of "run --shard ${index}/${count}" too.`;
    if (own.length > 1) {
      return `${own.map(({ path }) => path).join(' and ')} are both part ${index} of ${count}: run.shard.index. Give one of them.`;
    }
  }
  const odd = parts.find(({ shard }) => shard.index > shard.count);
  return odd === undefined
    ? undefined
    : `${odd.path} is part ${odd.shard.index} of ${count}: run.shard.index is wrong.`;
}

/** The union of the parts is the manifest, and no row occurs twice. */
function wrongRows(parts: readonly Part[]): string | undefined {
  const manifest = parts[0]?.shard.manifest ?? [];
  const seen = new Map<string, string>();
  for (const { path, report } of parts) {
    for (const { id, charged } of report.checks) {
      if (charged === true) continue;
      const before = seen.get(id);
      if (before !== undefined)
        return `${path}: checks holds ${id}, which ${before} holds too. Give the files as they were written.`;
      if (!manifest.includes(id)) return `${path}: checks holds ${id}, which is not in run.shard.manifest.`;
      seen.set(id, path);
    }
  }
  const lost = manifest.filter((id) => !seen.has(id));
  if (lost.length === 0) return undefined;
  return `The parts lack ${lost.length} of the ${manifest.length} rows of run.shard.manifest: ${lost.slice(0, 5).join(', ')}. Run the parts again.`;
}

function together(parts: readonly Part[]): Report {
  const reports = parts.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) throw new Error('There is nothing to put together.');
  const order = new Map(parts[0]?.shard.manifest.map((id, index) => [id, index]));
  const checks = withCharged(reports.flatMap((report) => report.checks)).sort(
    (left, right) => (order.get(left.id) ?? order.size) - (order.get(right.id) ?? order.size),
  );
  const stopped =
    parts
      .map(({ shard, report: { run } }) => (run.stopped === null ? null : `part ${shard.index}: ${run.stopped}`))
      .find((reason) => reason !== null) ?? null;
  const leftovers = reports.flatMap((report) => report.leftovers);
  const faults = reports.flatMap((report) => report.faults);
  const baseline = mergeBaselines(reports);
  const { shard: _shard, latency: _latency, ...run } = first.run;
  const latency = mergeLatencies(reports.map((report) => report.run.latency ?? []));
  return {
    ...first,
    run: {
      ...run,
      ...timesOf(reports),
      id: reports.map((report) => report.run.id).join('+'),
      stopped,
      calls: reports.reduce((sum, report) => sum + report.run.calls, 0),
      transient: reports.reduce((sum, report) => sum + (report.run.transient ?? 0), 0),
      complete: reports.every((report) => report.run.complete),
      ...(latency.length === 0 ? {} : { latency }),
    },
    summary: summarize(checks, first.requirementSet.checks),
    ...(baseline === undefined ? {} : { baseline }),
    checks,
    leftovers,
    faults,
    exit: decideExit({ checks, baseline, leftovers, faults, stopped, interruptedBy: interruptionOf(reports) }),
  };
}

/** A check that one part charged with a violation and another part ran is one row, which fails. */
function withCharged(rows: readonly CheckReport[]): CheckReport[] {
  const merged = new Map<string, CheckReport>();
  const inOrder = [
    ...rows.filter(({ charged }) => charged !== true),
    ...rows.filter(({ charged }) => charged === true),
  ];
  for (const row of inOrder) {
    const own = merged.get(row.id);
    if (own === undefined) merged.set(row.id, row);
    // A check that fails needs no other result.
    else if (own.verdict !== 'fail') {
      merged.set(row.id, { ...own, verdict: 'fail', reason: null, failures: row.failures });
    }
  }
  return [...merged.values()];
}

/** Each part judges the entries of its own checks. */
function mergeBaselines(reports: readonly Report[]): Report['baseline'] {
  const parts = reports.map(({ baseline }) => baseline).filter((baseline) => baseline !== undefined);
  const [first] = parts;
  if (first === undefined) return undefined;
  return {
    ...first,
    knownChecks: parts.reduce((sum, { knownChecks }) => sum + knownChecks, 0),
    outOfDate: parts.flatMap(({ outOfDate }) => outOfDate),
  };
}

/** From the start of the first to the end of the last. */
function timesOf(reports: readonly Report[]): Pick<Report['run'], 'startedAt' | 'durationMs'> {
  const starts = reports.map(({ run }) => Date.parse(run.startedAt));
  const startedMs = Math.min(...starts);
  const endedMs = Math.max(...reports.map(({ run }) => Date.parse(run.startedAt) + run.durationMs));
  return { startedAt: new Date(startedMs).toISOString(), durationMs: endedMs - startedMs };
}

function interruptionOf(reports: readonly Report[]): 'SIGINT' | 'SIGTERM' | undefined {
  if (reports.some(({ exit }) => exit.code === 130)) return 'SIGINT';
  return reports.some(({ exit }) => exit.code === 143) ? 'SIGTERM' : undefined;
}
