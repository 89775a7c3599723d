// The selftest as a person reads it.

import type { DeviantReport, SelftestReport, TwinReport } from '../harness/api/selftest-report.js';

export function renderSelftest(report: SelftestReport): string {
  const { deviants, twins, seeds } = report;
  const idWidth = Math.max(0, ...[...deviants, ...twins].map(({ id }) => id.length));
  return [
    `deviants (outcome, probability over ${seeds} seeds, median calls to kill, the check that must notice)`,
    ...deviants.map((deviant) => `${deviant.id.padEnd(idWidth)}  ${describeDeviant(deviant)}`),
    ...(twins.length === 0 ? [] : ['', `twins (over ${seeds} seeds)`]),
    ...twins.map((twin) => `${twin.id.padEnd(idWidth)}  ${describeTwin(twin)}`),
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

/** What a twin keeps the suite from observing is no failure, and is not hidden either. */
function describeTwin({ failures, unobserved, calls, throttled }: TwinReport): string {
  return [
    failures.length === 0 ? `passes in ${calls} calls` : `FAILS ${failures.join('; ')}`,
    ...(throttled === 0 ? [] : [`${throttled} of them throttled and sent again`]),
    ...(unobserved.length === 0 ? [] : [`observed too little: ${unobserved.join('; ')}`]),
  ].join('; ');
}

function totals({
  deviants,
  distinct,
  twins,
  overHttp,
  seeds,
  profile,
  durationMs,
  exit,
}: SelftestReport): readonly string[] {
  const killed = deviants.filter(({ outcome }) => outcome === 'killed').length;
  const failed = twins.filter(({ failures }) => failures.length > 0).length;
  const ofSingleCalls = deviants.filter(({ noticedBy }) => noticedBy !== null).length;
  const seen = overHttp.filter((each) => each.killed).length;
  return [
    `${killed} of ${deviants.length} deviants killed by the check that they name, in every one of ${seeds} seeds, profile ${profile}`,
    `${distinct} of ${ofSingleCalls} deviants of single calls distinct by what notices them in profile smoke`,
    ...(twins.length === 0 ? [] : [`${failed} of ${twins.length} twins failed`]),
    ...(overHttp.length === 0 ? [] : [`${seen} of ${overHttp.length} deviants killed over HTTP too`]),
    `${(durationMs / 1_000).toFixed(1)} s`,
    `exit ${exit.code}: ${exit.reason}`,
  ];
}
