// Turns the trials of mutants and variants into scores, and the scores into an exit code.

import { allChecks } from '../../suites/all-checks.js';
import type { CombinationReport, MutantReport, SelftestReport, VariantReport } from '../files/selftest-report.js';
import type { Mutant } from '../mutants/mutant.js';
import type { Named } from '../mutants/named.js';
import type { Variant } from '../mutants/variant.js';
import type { Detection } from './detect.js';
import { exitCodes, type Exit } from '../results/exit-code.js';
import type { Combination } from './selftest-combinations.js';
import type { TrialResult, TrialTask } from './selftest-worker.js';

/** In the order of the mutants: of two that are noticed by the same, the second is redundant. */
export function mutantReports(
  mutants: readonly Named<Pick<Mutant, 'fault' | 'breaks' | 'killedBy' | 'isControl'>>[],
  results: readonly TrialResult[],
): readonly MutantReport[] {
  const idsByExtent = new Map<string, string[]>();
  return mutants.map((mutant) => {
    const { id } = mutant;
    const scores = scoresOf(mutant, resultsOf(results, 'kill', id));
    const [extent] = resultsOf(results, 'extent', id);
    if (extent === undefined) return { ...scores, noticedBy: null, requirements: null, sameAs: [] };
    const noticedBy = noticesOf(extent.detections, 'noticed');
    const sameAs = idsByExtent.get(noticedBy.join('\n')) ?? [];
    idsByExtent.set(noticedBy.join('\n'), [...sameAs, id]);
    return { ...scores, noticedBy, requirements: requirementsFailedIn(extent.detections), sameAs };
  });
}

/** Every input class that noticed anything, or in which its check fails, with its check. */
function noticesOf(detections: TrialResult['detections'], which: 'noticed' | 'inputClasses'): string[] {
  return [...detections]
    .flatMap(([check, found]) => found[which].map((inputClass) => `${check}: ${inputClass}`))
    .sort();
}

function requirementsFailedIn(detections: TrialResult['detections']): string[] {
  const noticed = [...detections].filter(([, { verdict }]) => verdict === 'killed').map(([check]) => check);
  return unique(allChecks.filter(({ id }) => noticed.includes(id)).map(({ requirement }) => requirement));
}

/** How many of those that fail the most requirements are named. */
const worstShown = 10;

export function spreadOf(mutants: readonly MutantReport[]): SelftestReport['spread'] {
  const spreads = mutants.flatMap(({ id, requirements }) => (requirements === null ? [] : [{ id, requirements }]));
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
  }: Named<Pick<Mutant, 'fault' | 'breaks' | 'killedBy' | 'isControl'>>,
  results: readonly TrialResult[],
): Omit<MutantReport, 'noticedBy' | 'requirements' | 'sameAs'> {
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
    inputClasses: [...new Set(kills.flatMap(({ inputClasses }) => inputClasses))].sort(),
    others: [...others].sort(),
  };
}

function outcomeOf(named: readonly Detection[], kills: number, others: number): MutantReport['outcome'] {
  if (kills > 0) return kills === named.length ? 'killed' : 'killed at times';
  if (others > 0) return 'killed by another check';
  return named.some(({ verdict }) => verdict === 'not observed') ? 'vacuous' : 'survived';
}

export function variantReports(
  variants: readonly Named<Pick<Variant, 'freedom' | 'permittedBy'>>[],
  results: readonly TrialResult[],
): readonly VariantReport[] {
  return variants.map(({ id, freedom, permittedBy }) => ({
    id,
    freedom,
    permittedBy,
    ...judgementOf(resultsOf(results, 'variant', id)),
  }));
}

export function combinationReports(
  combinations: readonly Pick<Combination, 'id' | 'parts'>[],
  results: readonly TrialResult[],
): readonly CombinationReport[] {
  return combinations.map(({ id, parts }) => ({
    variants: parts.map((part) => part.id),
    ...judgementOf(resultsOf(results, 'combination', id)),
  }));
}

/** The results on a conforming service. */
function judgementOf(results: readonly TrialResult[]): Omit<CombinationReport, 'variants'> {
  const detections = results.map((result) => result.detections);
  const all = detections.flatMap((each) => [...each]);
  const unobserved = all
    .filter(([, { verdict }]) => verdict === 'not observed')
    .map(([check, { reason }]) => `${check}: ${reason}`);
  return {
    failures: unique(detections.flatMap((each) => noticesOf(each, 'inputClasses'))),
    unobserved: unique(unobserved),
    calls: sum(all.map(([, { calls }]) => calls)),
    throttled: sum(all.map(([, { throttled }]) => throttled)),
  };
}

function resultsOf(results: readonly TrialResult[], kind: TrialTask['kind'], id: string): readonly TrialResult[] {
  return results.filter(({ task }) => task.kind === kind && task.id === id);
}

/** If a control was not killed, the other scores are meaningless. */
export function decideSelftestExit({
  mutants,
  variants,
  combinations,
  overHttp,
  isVoid,
}: Pick<SelftestReport, 'mutants' | 'variants' | 'combinations' | 'overHttp' | 'isVoid'>): Exit {
  if (isVoid) return { code: exitCodes.suiteFault, reason: 'a control survived, so the other results are meaningless' };
  const escaped = mutants.filter(({ outcome }) => outcome !== 'killed').length;
  const repeated = mutants.filter(({ sameAs }) => sameAs.length > 0).length;
  const failed = variants.filter(({ failures }) => failures.length > 0).length;
  const accused = combinations.filter(({ failures }) => failures.length > 0).length;
  const unseen = overHttp.filter(({ killed }) => !killed).length;
  const reasons = [
    ...(escaped > 0 ? [`${escaped} mutants were not killed by the check they name`] : []),
    ...(failed > 0 ? [`${failed} variants failed: false alarms`] : []),
    ...(accused > 0 ? [`${accused} combinations of variants failed: false alarms`] : []),
    ...(repeated > 0 ? [`${repeated} mutants are noticed by exactly what notices another`] : []),
    ...(unseen > 0 ? [`${unseen} mutants survived over HTTP`] : []),
  ];
  return reasons.length > 0
    ? { code: exitCodes.diverges, reason: reasons.join(', ') }
    : { code: exitCodes.conforms, reason: 'every mutant was killed by the check it names, and no variant failed' };
}

/** A control stands for the faults that cannot be overlooked. */
export function controlSurvived(mutants: readonly MutantReport[]): boolean {
  return mutants.some(({ isControl, outcome }) => isControl && outcome !== 'killed');
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
