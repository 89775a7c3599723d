// The report of a selftest as text for a terminal.

import type { CombinationReport, MutantReport, SelftestReport } from '../harness/files/selftest-report.js';

export function renderSelftest(report: SelftestReport): string {
  const { mutants, variants, combinations, spread, seeds, seed } = report;
  const idWidth = Math.max(0, ...[...mutants, ...variants].map(({ id }) => id.length));
  return [
    `mutants (outcome, probability over ${seeds} seeds, median calls to kill, the check that must notice)`,
    ...mutants.map((mutant) => `${mutant.id.padEnd(idWidth)}  ${describeMutant(mutant)}`),
    ...(spread.worst.length === 0 ? [] : ['', 'requirements that one mutant fails (those that fail the most)']),
    ...spread.worst.map(({ id, requirements }) => `${id.padEnd(idWidth)}  ${describeSpread(requirements)}`),
    ...(variants.length === 0 ? [] : ['', `variants (with seed ${seed})`]),
    ...variants.map((variant) => `${variant.id.padEnd(idWidth)}  ${describeConforming(variant)}`),
    ...(combinations.length === 0 ? [] : ['', `combinations of variants (drawn by seed ${seed})`]),
    ...combinations.map((each) => `${each.variants.join(' + ')}  ${describeConforming(each)}`),
    '',
    ...totals(report),
    '',
  ].join('\n');
}

function describeMutant({ outcome, probability, callsToKill, killedBy, others, sameAs }: MutantReport): string {
  return [
    outcome,
    `${(100 * probability).toFixed(0)} %`,
    callsToKill === null ? '-' : `${callsToKill} calls`,
    killedBy,
    ...(others.length === 0 ? [] : [`noticed by ${others.join(', ')}`]),
    ...(sameAs.length === 0 ? [] : [`NOT DISTINCT from ${sameAs.join(', ')}`]),
  ].join(', ');
}

function describeSpread(requirements: readonly string[]): string {
  return `${requirements.length}${requirements.length === 0 ? '' : `: ${requirements.join(', ')}`}`;
}

/** What the suite could not observe on a variant is not a failure, but is shown. */
function describeConforming({ failures, unobserved, calls, throttled }: Omit<CombinationReport, 'variants'>): string {
  return [
    failures.length === 0 ? `passes in ${calls} calls` : `FAILS ${failures.join('; ')}`,
    ...(throttled === 0 ? [] : [`${throttled} of them throttled and sent again`]),
    ...(unobserved.length === 0 ? [] : [`observed too little: ${unobserved.join('; ')}`]),
  ].join('; ');
}

function totals({
  mutants,
  distinct,
  spread,
  variants,
  combinations,
  overHttp,
  seeds,
  profile,
  durationMs,
  exit,
}: SelftestReport): readonly string[] {
  const killed = mutants.filter(({ outcome }) => outcome === 'killed').length;
  const failed = variants.filter(({ failures }) => failures.length > 0).length;
  const accused = combinations.filter(({ failures }) => failures.length > 0).length;
  const ofSingleCalls = mutants.filter(({ noticedBy }) => noticedBy !== null).length;
  const seen = overHttp.filter((each) => each.killed).length;
  return [
    `${killed} of ${mutants.length} mutants killed by the check that they name, in every one of ${seeds} seeds, profile ${profile}`,
    `${distinct} of ${ofSingleCalls} mutants of single calls distinct by what notices them in profile smoke`,
    ...(spread.median === null ? [] : [`a mutant of single calls fails ${spread.median} requirements (median)`]),
    ...(variants.length === 0 ? [] : [`${failed} of ${variants.length} variants failed`]),
    ...(combinations.length === 0 ? [] : [`${accused} of ${combinations.length} combinations of variants failed`]),
    ...(overHttp.length === 0 ? [] : [`${seen} of ${overHttp.length} mutants killed over HTTP too`]),
    `${(durationMs / 1_000).toFixed(1)} s`,
    `exit ${exit.code}: ${exit.reason}`,
  ];
}
