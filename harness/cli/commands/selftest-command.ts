// `selftest`: judges the suite itself, by services that are known to conform or not.

import { writeFileSync } from 'node:fs';
import { renderSelftest } from '../../../reports/selftest.js';
import type { SelftestReport } from '../../files/selftest-report.js';
import type { Mutant } from '../../mutants/mutant.js';
import { allMutants, allVariants } from '../../mutants/all-mutants.js';
import type { Named } from '../../mutants/named.js';
import type { OverlapMutant } from '../../mutants/overlap-mutant.js';
import { casesPerInputClass } from '../../run/session/run-config.js';
import type { Profile } from '../../run/options/selection-options.js';
import { usageError } from '../output/failure.js';
import { fittedText } from '../output/fitted-text.js';
import { suggestion } from '../../text/nearest.js';
import { packageVersion } from '../../host/package-version.js';
import { drawCombinations, type Combination } from '../../selftest/selftest-combinations.js';
import { judgeOverHttp } from '../../selftest/selftest-http.js';
import {
  combinationReports,
  controlSurvived,
  decideSelftestExit,
  mutantReports,
  spreadOf,
  variantReports,
} from '../../selftest/selftest-scores.js';
import { runTrials } from '../../selftest/selftest-threads.js';
import type { TrialResult, TrialTask } from '../../selftest/selftest-worker.js';
import type { Parsed } from '../../run/options/option-table.js';
import type { jsonOptions } from '../options/display-options.js';
import type { selftestOptions } from '../options/selftest-options.js';
import type { Terminal } from '../output/terminal.js';
import { namingFile } from '../output/write-file.js';

type SelftestOptions = Parsed<typeof selftestOptions> & Parsed<typeof jsonOptions>;

type AnyMutant = Mutant | OverlapMutant;

/** How many mutants are also judged over HTTP. */
const httpSample = 10;
/** How many combinations of variants are drawn. */
const combinationCount = 20;

/** Resolves with the exit code. */
export async function selftestCommand(options: SelftestOptions, { stdout, path }: Terminal): Promise<number> {
  const startedMs = performance.now();
  const { seeds, seed, profile, json } = options;
  const asked = [...options.mutants, ...options.deviants];
  const reportPath = path(readReportPath(options.report));
  const mutants = chosen(allMutants, asked);
  // With --mutant, variants are skipped.
  const variants = asked.length === 0 ? allVariants : [];
  const combinations = asked.length === 0 ? drawCombinations(variants, seed, combinationCount) : [];
  const [results, overHttp] = await Promise.all([
    runAll({ mutants, variants, combinations, seeds, seed, profile }),
    // These trials mostly wait, so they run while the threads work.
    asked.length === 0
      ? judgeOverHttp(sample(mutants.filter(isAboutSingleCalls).filter(isSeenOverHttp), httpSample))
      : [],
  ]);
  const reports = mutantReports(mutants, results);
  const scores = {
    mutants: [...reports],
    distinct: reports.filter(({ noticedBy, sameAs }) => noticedBy !== null && sameAs.length === 0).length,
    spread: spreadOf(reports),
    variants: [...variantReports(variants, results)],
    combinations: [...combinationReports(combinations, results)],
    overHttp,
    isVoid: controlSurvived(reports),
  };
  const report: SelftestReport = {
    schema: 'pca-conformance/selftest/3',
    suite: { name: 'pca-conformance', version: packageVersion() },
    profile,
    seeds,
    seed,
    durationMs: Math.round(performance.now() - startedMs),
    ...scores,
    exit: decideSelftestExit(scores),
  };
  if (reportPath !== undefined) writeReport(reportPath, report);
  const text = json ? `${JSON.stringify(report, undefined, 2)}\n` : renderSelftest(report);
  stdout.write(json ? text : fittedText(text, stdout));
  return report.exit.code;
}

/** Overlapping calls over HTTP are covered by `overlap-detection.test.ts`. */
function isAboutSingleCalls(mutant: Named<AnyMutant>): mutant is Named<Mutant> {
  return !('intercept' in mutant);
}

/** A server reads the value of a CBOR body and not the form that a mutant may be about, and knows no callers. */
function isSeenOverHttp({ killedBy }: Mutant): boolean {
  return !/^(access|wire-cbor|equivalence)\//.test(killedBy);
}

function readReportPath(setting: string | undefined): string | undefined {
  if (setting === undefined) return undefined;
  const path = /^json=(.+)$/.exec(setting)?.[1];
  if (path === undefined) throw usageError(`--report ${setting} is not of the form json=PATH.`);
  return path;
}

function writeReport(path: string, report: SelftestReport): void {
  namingFile(path, () => writeFileSync(path, `${JSON.stringify(report, undefined, 2)}\n`));
}

function chosen(mutants: readonly Named<AnyMutant>[], ids: readonly string[]): readonly Named<AnyMutant>[] {
  const known = mutants.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw usageError(`--mutant ${unknown} is unknown.${suggestion(unknown, known)}`);
  return ids.length === 0 ? mutants : mutants.filter(({ id }) => ids.includes(id));
}

async function runAll(plan: {
  readonly mutants: readonly Named<AnyMutant>[];
  readonly variants: readonly { readonly id: string }[];
  readonly combinations: readonly Combination[];
  readonly seeds: number;
  /** For variants and combinations one seed is enough: a forbidden effect shows with most seeds. */
  readonly seed: number;
  readonly profile: Profile;
}): Promise<readonly TrialResult[]> {
  const seeds = Array.from({ length: plan.seeds }, (_, index) => index + 1);
  const size = casesPerInputClass[plan.profile];
  const results: TrialResult[] = [];
  // The longest tasks begin first.
  const tasks = [
    ...tasksOf('variant', plan.variants, [plan.seed], size),
    ...plan.combinations.map(({ id, parts }) => ({
      kind: 'combination' as const,
      id,
      parts: parts.map((part) => part.id),
      seed: plan.seed,
      // An interaction of two freedoms shows in any case, so more combinations are worth more than more cases.
      casesPerInputClass: casesPerInputClass.smoke,
    })),
    ...tasksOf('extent', plan.mutants.filter(isAboutSingleCalls), [1], casesPerInputClass.smoke),
    ...tasksOf('kill', plan.mutants, seeds, size),
  ];
  await runTrials(tasks, (result) => results.push(result));
  return results;
}

/** One task for each service and seed. */
function tasksOf(
  kind: TrialTask['kind'],
  services: readonly { readonly id: string }[],
  seeds: readonly number[],
  size: number,
): readonly TrialTask[] {
  return services.flatMap(({ id }) => seeds.map((seed) => ({ kind, id, seed, casesPerInputClass: size })));
}

/** Every n-th, from the first to the last. */
function sample<Value>(values: readonly Value[], size: number): readonly Value[] {
  const stride = Math.max(1, Math.floor(values.length / size));
  return values.filter((_, index) => index % stride === 0).slice(0, size);
}
