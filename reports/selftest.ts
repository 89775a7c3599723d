// The selftest as a person reads it.

import type { CombinationReport, DeviantReport, SelftestReport } from '../harness/api/selftest-report.js';

export function renderSelftest(report: SelftestReport): string {
  const { deviants, twins, combinations, spread, seeds, seed } = report;
  const idWidth = Math.max(0, ...[...deviants, ...twins].map(({ id }) => id.length));
  return [
    `deviants (outcome, probability over ${seeds} seeds, median calls to kill, the check that must notice)`,
    ...deviants.map((deviant) => `${deviant.id.padEnd(idWidth)}  ${describeDeviant(deviant)}`),
    ...(spread.worst.length === 0 ? [] : ['', 'requirements that one deviant fails (those that fail the most)']),
    ...spread.worst.map(({ id, requirements }) => `${id.padEnd(idWidth)}  ${describeSpread(requirements)}`),
    ...(twins.length === 0 ? [] : ['', `twins (with seed ${seed})`]),
    ...twins.map((twin) => `${twin.id.padEnd(idWidth)}  ${describeConforming(twin)}`),
    ...(combinations.length === 0 ? [] : ['', `combinations of twins (drawn by seed ${seed})`]),
    ...combinations.map((each) => `${each.twins.join(' + ')}  ${describeConforming(each)}`),
    '',
    ...totals(report),
    '',
  ].join('\n');
}

function describeDeviant({ outcome, probability, callsToKill, killedBy, others, sameAs }: DeviantReport): string {
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

/** What a twin keeps the suite from observing is no failure, and is not hidden either. */
function describeConforming({ failures, unobserved, calls, throttled }: Omit<CombinationReport, 'twins'>): string {
  return [
    failures.length === 0 ? `passes in ${calls} calls` : `FAILS ${failures.join('; ')}`,
    ...(throttled === 0 ? [] : [`${throttled} of them throttled and sent again`]),
    ...(unobserved.length === 0 ? [] : [`observed too little: ${unobserved.join('; ')}`]),
  ].join('; ');
}

function totals({
  deviants,
  distinct,
  spread,
  twins,
  combinations,
  overHttp,
  seeds,
  profile,
  durationMs,
  exit,
}: SelftestReport): readonly string[] {
  const killed = deviants.filter(({ outcome }) => outcome === 'killed').length;
  const failed = twins.filter(({ failures }) => failures.length > 0).length;
  const accused = combinations.filter(({ failures }) => failures.length > 0).length;
  const ofSingleCalls = deviants.filter(({ noticedBy }) => noticedBy !== null).length;
  const seen = overHttp.filter((each) => each.killed).length;
  return [
    `${killed} of ${deviants.length} deviants killed by the check that they name, in every one of ${seeds} seeds, profile ${profile}`,
    `${distinct} of ${ofSingleCalls} deviants of single calls distinct by what notices them in profile smoke`,
    ...(spread.median === null ? [] : [`a deviant of single calls fails ${spread.median} requirements (median)`]),
    ...(twins.length === 0 ? [] : [`${failed} of ${twins.length} twins failed`]),
    ...(combinations.length === 0 ? [] : [`${accused} of ${combinations.length} combinations of twins failed`]),
    ...(overHttp.length === 0 ? [] : [`${seen} of ${overHttp.length} deviants killed over HTTP too`]),
    `${(durationMs / 1_000).toFixed(1)} s`,
    `exit ${exit.code}: ${exit.reason}`,
  ];
}
