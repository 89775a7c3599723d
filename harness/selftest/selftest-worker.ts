// One thread of the selftest: judges the mutants and variants that it receives, one after another.

import { parentPort } from 'node:worker_threads';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import { allMutants, allVariants, singleCallVariants } from '../mutants/all-mutants.js';
import { levelOf, type Check } from '../run/cases/check.js';
import { detect, type Detection } from './detect.js';
import { canBeAsked, knownGrantees, trialPrincipals, trialTarget, type Variant } from './selftest-target.js';

export interface TrialTask {
  /**
   * - `kill`: a mutant is judged by the check that it names, and by all others only if that one does not notice it;
   * - `extent`: a mutant is judged by all checks, to find everything that notices it;
   * - `variant`: a variant is judged by all checks;
   * - `combination`: several variants combined are judged by all checks.
   */
  readonly kind: 'kill' | 'extent' | 'variant' | 'combination';
  readonly id: string;
  /** The ids of the variants in a combination; none for the others. */
  readonly parts?: readonly string[];
  readonly seed: number;
  readonly casesPerInputClass: number;
}

export interface TrialResult {
  readonly task: TrialTask;
  /** By the id of the check: the named one of a mutant, or all of them. */
  readonly detections: ReadonlyMap<string, Detection>;
}

/** Those that can fail a target. */
const failingChecks = allChecks.filter((check) => levelOf(check) !== 'note');

parentPort?.on('message', (task: TrialTask) => {
  void judge(task).then((detections) => parentPort?.postMessage({ task, detections } satisfies TrialResult));
});

/** An error is a fault of the mutant or variant itself, or of the suite, and its name helps to find it. */
async function judge(task: TrialTask): Promise<TrialResult['detections']> {
  try {
    return await judgeTask(task);
  } catch (error) {
    throw new Error(`${task.id} could not be judged with seed ${task.seed}.`, { cause: error });
  }
}

async function judgeTask(task: TrialTask): Promise<TrialResult['detections']> {
  switch (task.kind) {
    case 'kill':
      return judgeUntilKilled(task);
    case 'extent':
      return judgeBy(failingChecks, task, found(allMutants, task.id));
    case 'variant':
      return judgeBy(failingChecks, task, found(allVariants, task.id));
    case 'combination':
      return judgeBy(failingChecks, task, { parts: (task.parts ?? []).map((id) => found(singleCallVariants, id)) });
    default:
      return task.kind satisfies never;
  }
}

async function judgeUntilKilled(task: TrialTask): Promise<TrialResult['detections']> {
  const mutant = found(allMutants, task.id);
  const { killedBy } = mutant;
  const named = await judgeBy(
    allChecks.filter(({ id }) => id === killedBy),
    task,
    mutant,
  );
  if (named.get(killedBy)?.verdict === 'killed') return named;
  const others = await judgeBy(
    failingChecks.filter(({ id }) => id !== killedBy),
    task,
    mutant,
  );
  return new Map([...named, ...others]);
}

async function judgeBy(
  checks: readonly Check[],
  { kind, seed, casesPerInputClass }: TrialTask,
  variant: Variant,
): Promise<TrialResult['detections']> {
  const goesOn = kind !== 'kill';
  const isConforming = kind === 'variant' || kind === 'combination';
  // A variant need not accept the grantees that a faulty service is expected to accept.
  const grantees = isConforming ? {} : knownGrantees;
  const asked = checks.filter((check) => canBeAsked(variant, check) && (isConforming || !isBlindTo(variant, check)));
  const trial = { seed, casesPerInputClass, acceptedPolicy, goesOn, ...grantees };
  // Principals exist, so a policy for them has to be accepted: only checks of access have them.
  const others = await detectAll({ ...trialTarget(variant), ...trial }, asked, false);
  const access = await detectAll({ ...trialTarget(variant, trialPrincipals), ...trial }, asked, true);
  return new Map([...others, ...access]);
}

/** The results of the checks that are about access, or of the others. */
async function detectAll(
  trial: Parameters<typeof detect>[0],
  checks: readonly Check[],
  isAbout: boolean,
): Promise<TrialResult['detections']> {
  const chosen = checks.filter(({ id }) => id.startsWith('access/') === isAbout);
  return chosen.length === 0 ? new Map() : detect(trial, chosen);
}

/** A hand-made request is read or refused before it reaches a mutated service, which would notice nothing else by it. */
function isBlindTo(mutant: Variant, { inputClasses }: Check): boolean {
  const isService = 'mutate' in mutant && mutant.mutate !== undefined;
  return isService && inputClasses.every(({ id }) => /^cbor\/.+\/.+/.test(id));
}

function found<Value extends { readonly id: string }>(values: readonly Value[], id: string): Value {
  const value = values.find((each) => each.id === id);
  if (value === undefined) throw new Error(`There is no ${id}.`);
  return value;
}
