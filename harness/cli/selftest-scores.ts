// Turns the trials of deviants and twins into scores, and the scores into an exit code.

import { allChecks } from '../../suites/all-checks.js';
import type { CombinationReport, DeviantReport, SelftestReport, TwinReport } from '../api/selftest-report.js';
import type { Deviant } from '../deviants/deviant.js';
import type { Named } from '../deviants/load.js';
import type { Twin } from '../deviants/twin.js';
import type { Detection } from '../run/detect.js';
import { exitCodes, type Exit } from '../run/exit-code.js';
import type { Combination } from './selftest-combinations.js';
import type { TrialResult, TrialTask } from './selftest-worker.js';

/** In the order of the deviants: of two that the same notices the second is the one too many. */
export function deviantReports(
  deviants: readonly Named<Pick<Deviant, 'fault' | 'breaks' | 'killedBy' | 'isControl'>>[],
  results: readonly TrialResult[],
): readonly DeviantReport[] {
  const idsByExtent = new Map<string, string[]>();
  return deviants.map((deviant) => {
    const { id } = deviant;
    const scores = scoresOf(deviant, resultsOf(results, 'kill', id));
    const [extent] = resultsOf(results, 'extent', id);
    if (extent === undefined) return { ...scores, noticedBy: null, requirements: null, sameAs: [] };
    const noticedBy = noticesOf(extent.detections, 'noticed');
    const sameAs = idsByExtent.get(noticedBy.join('\n')) ?? [];
    idsByExtent.set(noticedBy.join('\n'), [...sameAs, id]);
    return { ...scores, noticedBy, requirements: requirementsFailedIn(extent.detections), sameAs };
  });
}

/** Every class of input that noticed anything, or by which its check fails, with its check. */
function noticesOf(detections: TrialResult['detections'], which: 'noticed' | 'strata'): string[] {
  return [...detections].flatMap(([check, found]) => found[which].map((stratum) => `${check}: ${stratum}`)).sort();
}

function requirementsFailedIn(detections: TrialResult['detections']): string[] {
  const noticed = [...detections].filter(([, { verdict }]) => verdict === 'killed').map(([check]) => check);
  return unique(allChecks.filter(({ id }) => noticed.includes(id)).map(({ requirement }) => requirement));
}

/** How many of those that fail the most requirements are named. */
const worstShown = 10;

export function spreadOf(deviants: readonly DeviantReport[]): SelftestReport['spread'] {
  const spreads = deviants.flatMap(({ id, requirements }) => (requirements === null ? [] : [{ id, requirements }]));
  const worst = spreads.toSorted((left, right) => right.requirements.length - left.requirements.length);
  return {
    median: spreads.length === 0 ? null : median(spreads.map(({ requirements }) => requirements.length)),
    worst: worst.slice(0, worstShown),
  };
}

function scoresOf(
  {
    id,
    fault,
    breaks,
    killedBy,
    isControl = false,
  }: Named<Pick<Deviant, 'fault' | 'breaks' | 'killedBy' | 'isControl'>>,
  results: readonly TrialResult[],
): Omit<DeviantReport, 'noticedBy' | 'requirements' | 'sameAs'> {
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
    outcome: outcomeOf(named, kills.length, others.size),
    probability: kills.length / results.length,
    callsToKill: kills.length === 0 ? null : median(kills.map(({ calls }) => calls)),
    strata: [...new Set(kills.flatMap(({ strata }) => strata))].sort(),
    others: [...others].sort(),
  };
}

function outcomeOf(named: readonly Detection[], kills: number, others: number): DeviantReport['outcome'] {
  if (kills > 0) return kills === named.length ? 'killed' : 'killed at times';
  if (others > 0) return 'killed by another check';
  return named.some(({ verdict }) => verdict === 'not observed') ? 'vacuous' : 'survived';
}

export function twinReports(
  twins: readonly Named<Pick<Twin, 'freedom' | 'permittedBy'>>[],
  results: readonly TrialResult[],
): readonly TwinReport[] {
  return twins.map(({ id, freedom, permittedBy }) => ({
    id,
    freedom,
    permittedBy,
    ...judgementOf(resultsOf(results, 'twin', id)),
  }));
}

export function combinationReports(
  combinations: readonly Pick<Combination, 'id' | 'parts'>[],
  results: readonly TrialResult[],
): readonly CombinationReport[] {
  return combinations.map(({ id, parts }) => ({
    twins: parts.map((part) => part.id),
    ...judgementOf(resultsOf(results, 'combination', id)),
  }));
}

/** What was made of a service that conforms. */
function judgementOf(results: readonly TrialResult[]): Omit<CombinationReport, 'twins'> {
  const detections = results.map((result) => result.detections);
  const all = detections.flatMap((each) => [...each]);
  const unobserved = all
    .filter(([, { verdict }]) => verdict === 'not observed')
    .map(([check, { reason }]) => `${check}: ${reason}`);
  return {
    failures: unique(detections.flatMap((each) => noticesOf(each, 'strata'))),
    unobserved: unique(unobserved),
    calls: sum(all.map(([, { calls }]) => calls)),
    throttled: sum(all.map(([, { throttled }]) => throttled)),
  };
}

function resultsOf(results: readonly TrialResult[], kind: TrialTask['kind'], id: string): readonly TrialResult[] {
  return results.filter(({ task }) => task.kind === kind && task.id === id);
}

/** Without a control that was killed nothing else counts, whatever it says. */
export function decideSelftestExit({
  deviants,
  twins,
  combinations,
  overHttp,
  isVoid,
}: Pick<SelftestReport, 'deviants' | 'twins' | 'combinations' | 'overHttp' | 'isVoid'>): Exit {
  if (isVoid) return { code: exitCodes.suiteFault, reason: 'a control survived, so that the rest means nothing' };
  const escaped = deviants.filter(({ outcome }) => outcome !== 'killed').length;
  const repeated = deviants.filter(({ sameAs }) => sameAs.length > 0).length;
  const failed = twins.filter(({ failures }) => failures.length > 0).length;
  const accused = combinations.filter(({ failures }) => failures.length > 0).length;
  const unseen = overHttp.filter(({ killed }) => !killed).length;
  const reasons = [
    ...(escaped > 0 ? [`${escaped} deviants were not killed by the check they name`] : []),
    ...(failed > 0 ? [`${failed} twins failed: false alarms`] : []),
    ...(accused > 0 ? [`${accused} combinations of twins failed: false alarms`] : []),
    ...(repeated > 0 ? [`${repeated} deviants are noticed by exactly what notices another`] : []),
    ...(unseen > 0 ? [`${unseen} deviants survived over HTTP`] : []),
  ];
  return reasons.length > 0
    ? { code: exitCodes.diverges, reason: reasons.join(', ') }
    : { code: exitCodes.conforms, reason: 'every deviant was killed by the check it names, and no twin failed' };
}

/** A control stands for the faults that nothing could miss. */
export function controlSurvived(deviants: readonly DeviantReport[]): boolean {
  return deviants.some(({ isControl, outcome }) => isControl && outcome !== 'killed');
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
