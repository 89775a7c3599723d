// `selftest`: judges the suite itself, by services of which it is known whether they conform.

import { writeFileSync } from 'node:fs';
import { renderSelftest } from '../../reports/selftest.js';
import { allChecks } from '../../suites/all-checks.js';
import type { DeviantReport, SelftestReport, TwinReport } from '../api/selftest-report.js';
import type { Deviant } from '../deviants/deviant.js';
import { loadDeviants, loadTwins, type Named } from '../deviants/load.js';
import type { Twin } from '../deviants/twin.js';
import { exitCodes, type Exit } from '../run/exit-code.js';
import { casesPerStratum, type Profile } from '../run/run-config.js';
import { CommandFailure, reasonOf, usageError } from './failure.js';
import { suggestion } from './nearest.js';
import { packageVersion } from './package-version.js';
import { judgeOverHttp } from './selftest-http.js';
import { runTrials } from './selftest-threads.js';
import type { TrialResult, TrialTask } from './selftest-worker.js';
import { wholeNumber } from './values.js';

export interface SelftestFlags {
  readonly deviant: readonly string[];
  readonly seeds: string;
  readonly profile: Profile;
  readonly report?: string;
  readonly json?: boolean;
}

/** How many deviants are judged over HTTP too. */
const httpSample = 10;

/** Resolves with the exit code. */
export async function selftestCommand(flags: SelftestFlags): Promise<number> {
  const startedMs = performance.now();
  const seeds = wholeNumber('--seeds', flags.seeds, 1, 1_000);
  const reportPath = readReportPath(flags.report);
  const [all, allTwins] = await Promise.all([loadDeviants(), loadTwins()]);
  requireKnownChecks(all);
  const deviants = chosen(all, flags.deviant);
  // Who asks about some deviants does not ask about the twins.
  const twins = flags.deviant.length === 0 ? allTwins : [];
  const results = await runAll({ deviants, twins, seeds, profile: flags.profile });
  const overHttp = flags.deviant.length === 0 ? await judgeOverHttp(sample(deviants, httpSample)) : [];
  const reports = deviants.map((deviant) => deviantReport(deviant, resultsOf(results, 'deviant', deviant.id)));
  const twinReports = twins.map((twin) => twinReport(twin, resultsOf(results, 'twin', twin.id)));
  const isVoid = reports.some(({ isControl, outcome }) => isControl && outcome !== 'killed');
  const report: SelftestReport = {
    schema: 'pca-conformance/selftest/1',
    suite: { name: 'pca-conformance', version: packageVersion() },
    profile: flags.profile,
    seeds,
    durationMs: Math.round(performance.now() - startedMs),
    deviants: reports,
    twins: twinReports,
    overHttp,
    isVoid,
    exit: decideExit(reports, twinReports, overHttp, isVoid),
  };
  if (reportPath !== undefined) writeReport(reportPath, report);
  process.stdout.write(flags.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderSelftest(report));
  return report.exit.code;
}

function readReportPath(setting: string | undefined): string | undefined {
  if (setting === undefined) return undefined;
  const path = /^json=(.+)$/.exec(setting)?.[1];
  if (path === undefined) throw usageError(`--report ${setting} is not of the form json=PATH.`);
  return path;
}

function writeReport(path: string, report: SelftestReport): void {
  try {
    writeFileSync(path, `${JSON.stringify(report, undefined, 2)}\n`);
  } catch (error) {
    throw new CommandFailure(exitCodes.suiteFault, `${path} was not written: ${reasonOf(error)}`);
  }
}

function requireKnownChecks(deviants: readonly Named<Deviant>[]): void {
  const lost = deviants.find(({ killedBy }) => !allChecks.some(({ id }) => id === killedBy));
  if (lost === undefined) return;
  throw new CommandFailure(exitCodes.suiteFault, `${lost.id} names the check ${lost.killedBy}, which does not exist.`);
}

function chosen(deviants: readonly Named<Deviant>[], ids: readonly string[]): readonly Named<Deviant>[] {
  const known = deviants.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw usageError(`--deviant ${unknown} is unknown.${suggestion(unknown, known)}`);
  return ids.length === 0 ? deviants : deviants.filter(({ id }) => ids.includes(id));
}

async function runAll(plan: {
  readonly deviants: readonly Named<Deviant>[];
  readonly twins: readonly Named<Twin>[];
  readonly seeds: number;
  readonly profile: Profile;
}): Promise<readonly TrialResult[]> {
  const seeds = Array.from({ length: plan.seeds }, (_, index) => index + 1);
  const tasksFor = (kind: TrialTask['kind'], values: readonly { readonly id: string }[]): readonly TrialTask[] =>
    values.flatMap(({ id }) =>
      seeds.map((seed) => ({ kind, id, seed, casesPerStratum: casesPerStratum[plan.profile] })),
    );
  const results: TrialResult[] = [];
  // Twins take longest, so they begin.
  const tasks = [...tasksFor('twin', plan.twins), ...tasksFor('deviant', plan.deviants)];
  await runTrials(tasks, (result) => results.push(result));
  return results;
}

/** Every so many-th, from the first to the last. */
function sample<Value>(values: readonly Value[], size: number): readonly Value[] {
  const stride = Math.max(1, Math.floor(values.length / size));
  return values.filter((_, index) => index % stride === 0).slice(0, size);
}

function resultsOf(results: readonly TrialResult[], kind: TrialTask['kind'], id: string): readonly TrialResult[] {
  return results.filter(({ task }) => task.kind === kind && task.id === id);
}

function deviantReport(deviant: Named<Deviant>, results: readonly TrialResult[]): DeviantReport {
  const { id, fault, breaks, killedBy, isControl = false } = deviant;
  const named = results.map(({ detections }) => detections.get(killedBy)).filter((found) => found !== undefined);
  const kills = named.filter(({ verdict }) => verdict === 'killed');
  const others = new Set<string>();
  for (const { detections } of results) {
    for (const [check, { verdict }] of detections) if (verdict === 'killed' && check !== killedBy) others.add(check);
  }
  return {
    id,
    fault,
    breaks,
    killedBy,
    isControl,
    outcome: outcomeOf(
      kills.length,
      results.length,
      others.size,
      named.some(({ verdict }) => verdict === 'not observed'),
    ),
    probability: kills.length / results.length,
    callsToKill: kills.length === 0 ? null : median(kills.map(({ calls }) => calls)),
    strata: [...new Set(kills.map(({ detail }) => detail))].sort(),
    others: [...others].sort(),
  };
}

function outcomeOf(kills: number, seeds: number, others: number, isVacuous: boolean): DeviantReport['outcome'] {
  if (kills === seeds) return 'killed';
  if (kills > 0) return 'killed at times';
  if (others > 0) return 'killed by another check';
  return isVacuous ? 'vacuous' : 'survived';
}

function twinReport({ id, freedom, permittedBy }: Named<Twin>, results: readonly TrialResult[]): TwinReport {
  const lines = (verdict: 'killed' | 'not observed'): string[] => {
    const found = results.flatMap(({ detections }) =>
      [...detections]
        .filter(([, each]) => each.verdict === verdict)
        .map(([check, { detail }]) => `${check}: ${detail}`),
    );
    return [...new Set(found)].sort();
  };
  return { id, freedom, permittedBy, failures: lines('killed'), unobserved: lines('not observed') };
}

function decideExit(
  deviants: readonly DeviantReport[],
  twins: readonly TwinReport[],
  overHttp: SelftestReport['overHttp'],
  isVoid: boolean,
): Exit {
  if (isVoid) return { code: exitCodes.suiteFault, reason: 'a control survived, so that the rest means nothing' };
  const escaped = deviants.filter(({ outcome }) => outcome !== 'killed');
  if (escaped.length > 0) {
    return { code: exitCodes.diverges, reason: `${escaped.length} deviants were not killed by the check they name` };
  }
  const alarms = twins.filter(({ failures }) => failures.length > 0);
  if (alarms.length > 0) return { code: exitCodes.diverges, reason: `${alarms.length} twins failed: false alarms` };
  const unseen = overHttp.filter(({ killed }) => !killed);
  if (unseen.length > 0) return { code: exitCodes.diverges, reason: `${unseen.length} deviants survived over HTTP` };
  return { code: exitCodes.conforms, reason: 'every deviant was killed by the check it names, and no twin failed' };
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
