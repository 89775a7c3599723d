// `selftest`: judges the suite itself, by services of which it is known whether they conform.

import { writeFileSync } from 'node:fs';
import { renderSelftest } from '../../reports/selftest.js';
import { allChecks } from '../../suites/all-checks.js';
import type { SelftestReport } from '../api/selftest-report.js';
import type { Deviant } from '../deviants/deviant.js';
import { loadAllDeviants, loadAllTwins, type Named } from '../deviants/load.js';
import type { OverlapDeviant } from '../deviants/overlap-deviant.js';
import { exitCodes } from '../run/exit-code.js';
import { casesPerStratum, type Profile } from '../run/run-config.js';
import { CommandFailure, reasonOf, usageError } from './failure.js';
import { fittedText } from './fitted-text.js';
import { suggestion } from './nearest.js';
import { packageVersion } from './package-version.js';
import { drawCombinations, type Combination } from './selftest-combinations.js';
import { judgeOverHttp } from './selftest-http.js';
import {
  combinationReports,
  controlSurvived,
  decideSelftestExit,
  deviantReports,
  spreadOf,
  twinReports,
} from './selftest-scores.js';
import { runTrials } from './selftest-threads.js';
import type { TrialResult, TrialTask } from './selftest-worker.js';
import { wholeNumber } from './values.js';

export interface SelftestFlags {
  readonly deviant: readonly string[];
  readonly seeds: string;
  readonly seed: string;
  readonly profile: Profile;
  readonly report?: string;
  readonly json?: boolean;
}

type AnyDeviant = Deviant | OverlapDeviant;

/** How many deviants are judged over HTTP too. */
const httpSample = 10;
/** How many combinations of twins are drawn. */
const combinationCount = 20;

/** Resolves with the exit code. */
export async function selftestCommand(flags: SelftestFlags): Promise<number> {
  const startedMs = performance.now();
  const seeds = wholeNumber('--seeds', flags.seeds, 1, 1_000);
  const seed = wholeNumber('--seed', flags.seed, 0, 2_147_483_647);
  const reportPath = readReportPath(flags.report);
  const [all, allTwins] = await Promise.all([loadAllDeviants(), loadAllTwins()]);
  requireKnownChecks(all);
  const deviants = chosen(all, flags.deviant);
  // Who asks about some deviants does not ask about the twins.
  const twins = flags.deviant.length === 0 ? allTwins : [];
  const combinations = flags.deviant.length === 0 ? drawCombinations(twins, seed, combinationCount) : [];
  const [results, overHttp] = await Promise.all([
    runAll({ deviants, twins, combinations, seeds, seed, profile: flags.profile }),
    // Most of it is waiting, while the threads work.
    flags.deviant.length === 0 ? judgeOverHttp(sample(deviants.filter(isAboutSingleCalls), httpSample)) : [],
  ]);
  const reports = deviantReports(deviants, results);
  const scores = {
    deviants: [...reports],
    distinct: reports.filter(({ noticedBy, sameAs }) => noticedBy !== null && sameAs.length === 0).length,
    spread: spreadOf(reports),
    twins: [...twinReports(twins, results)],
    combinations: [...combinationReports(combinations, results)],
    overHttp,
    isVoid: controlSurvived(reports),
  };
  const report: SelftestReport = {
    schema: 'pca-conformance/selftest/2',
    suite: { name: 'pca-conformance', version: packageVersion() },
    profile: flags.profile,
    seeds,
    seed,
    durationMs: Math.round(performance.now() - startedMs),
    ...scores,
    exit: decideSelftestExit(scores),
  };
  if (reportPath !== undefined) writeReport(reportPath, report);
  const text = flags.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderSelftest(report);
  process.stdout.write(flags.json === true ? text : fittedText(text, process.stdout));
  return report.exit.code;
}

/** What overlapping calls do over HTTP is seen by `overlap-detection.test.ts`. */
function isAboutSingleCalls(deviant: Named<AnyDeviant>): deviant is Named<Deviant> {
  return !('conduct' in deviant);
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

function requireKnownChecks(deviants: readonly Named<AnyDeviant>[]): void {
  const lost = deviants.find(({ killedBy }) => !allChecks.some(({ id }) => id === killedBy));
  if (lost === undefined) return;
  throw new CommandFailure(exitCodes.suiteFault, `${lost.id} names the check ${lost.killedBy}, which does not exist.`);
}

function chosen(deviants: readonly Named<AnyDeviant>[], ids: readonly string[]): readonly Named<AnyDeviant>[] {
  const known = deviants.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw usageError(`--deviant ${unknown} is unknown.${suggestion(unknown, known)}`);
  return ids.length === 0 ? deviants : deviants.filter(({ id }) => ids.includes(id));
}

async function runAll(plan: {
  readonly deviants: readonly Named<AnyDeviant>[];
  readonly twins: readonly { readonly id: string }[];
  readonly combinations: readonly Combination[];
  readonly seeds: number;
  /** Of the cases of twins and combinations, for which one seed is enough: what they may not do they do with most. */
  readonly seed: number;
  readonly profile: Profile;
}): Promise<readonly TrialResult[]> {
  const seeds = Array.from({ length: plan.seeds }, (_, index) => index + 1);
  const size = casesPerStratum[plan.profile];
  const results: TrialResult[] = [];
  // What takes longest begins.
  const tasks = [
    ...tasksOf('twin', plan.twins, [plan.seed], size),
    ...plan.combinations.map(({ id, parts }) => ({
      kind: 'combination' as const,
      id,
      parts: parts.map((part) => part.id),
      seed: plan.seed,
      // What two freedoms do to each other shows in any case, so that other combinations are worth more than more cases.
      casesPerStratum: casesPerStratum.smoke,
    })),
    ...tasksOf('extent', plan.deviants.filter(isAboutSingleCalls), [1], casesPerStratum.smoke),
    ...tasksOf('kill', plan.deviants, seeds, size),
  ];
  await runTrials(tasks, (result) => results.push(result));
  return results;
}

/** One for each of the services and each of the seeds. */
function tasksOf(
  kind: TrialTask['kind'],
  services: readonly { readonly id: string }[],
  seeds: readonly number[],
  size: number,
): readonly TrialTask[] {
  return services.flatMap(({ id }) => seeds.map((seed) => ({ kind, id, seed, casesPerStratum: size })));
}

/** Every so many-th, from the first to the last. */
function sample<Value>(values: readonly Value[], size: number): readonly Value[] {
  const stride = Math.max(1, Math.floor(values.length / size));
  return values.filter((_, index) => index % stride === 0).slice(0, size);
}
