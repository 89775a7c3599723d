// The selftest as a person reads it.

import type { SelftestReport } from '../harness/api/selftest-report.js';

export function renderSelftest(report: SelftestReport): string {
  const { deviants, twins, overHttp, seeds, profile, durationMs, exit } = report;
  const idWidth = Math.max(0, ...[...deviants, ...twins].map(({ id }) => id.length));
  const killed = deviants.filter(({ outcome }) => outcome === 'killed').length;
  const lines = deviants.map(({ id, outcome, probability, callsToKill, killedBy, others }) =>
    [
      `${id.padEnd(idWidth)}  ${outcome}`,
      `${(100 * probability).toFixed(0)} %`,
      callsToKill === null ? '-' : `${callsToKill} calls`,
      killedBy,
      ...(others.length === 0 ? [] : [`also noticed by ${others.join(', ')}`]),
    ].join(', '),
  );
  const twinLines = twins.map(({ id, failures, unobserved }) => {
    const remark = unobserved.length === 0 ? '' : `; observed too little: ${unobserved.join('; ')}`;
    return `${id.padEnd(idWidth)}  ${failures.length === 0 ? 'passes' : `FAILS ${failures.join('; ')}`}${remark}`;
  });
  return [
    `deviants (outcome, probability over ${seeds} seeds, median calls to kill, the check that must notice)`,
    ...lines,
    ...(twins.length === 0 ? [] : ['', 'twins', ...twinLines]),
    '',
    `${killed} of ${deviants.length} deviants killed by the check that they name, in every one of ${seeds} seeds, profile ${profile}`,
    ...(overHttp.length === 0
      ? []
      : [`${overHttp.filter((each) => each.killed).length} of ${overHttp.length} killed over HTTP too`]),
    ...(twins.length === 0
      ? []
      : [`${twins.filter(({ failures }) => failures.length > 0).length} of ${twins.length} twins failed`]),
    `${(durationMs / 1_000).toFixed(1)} s`,
    `exit ${exit.code}: ${exit.reason}`,
    '',
  ].join('\n');
}
