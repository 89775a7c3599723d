// One thread of the selftest: judges the deviants and twins that it is sent, one after another.

import { parentPort } from 'node:worker_threads';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import type { Service } from '../api/service.js';
import { newestModelRevision } from '../api/service-model.js';
import { loadDeviants, loadTwins } from '../deviants/load.js';
import { detect, trialTarget, type Detection } from '../run/detect.js';
import { builtinService } from '../run/open-target.js';
import { defaults } from '../run/run-config.js';
import { levelOf } from '../run/check.js';

export interface TrialTask {
  readonly kind: 'deviant' | 'twin';
  readonly id: string;
  readonly seed: number;
  readonly casesPerStratum: number;
}

export interface TrialResult {
  readonly task: TrialTask;
  /** By the id of the check: the named one of a deviant, or all of them. */
  readonly detections: ReadonlyMap<string, Detection>;
}

const [deviants, twins] = await Promise.all([loadDeviants(), loadTwins()]);
const { service: reference } = builtinService({ region: defaults.region, modelRevision: newestModelRevision });

parentPort?.on('message', (task: TrialTask) => {
  void judge(task).then((result) => parentPort?.postMessage(result));
});

async function judge(task: TrialTask): Promise<TrialResult> {
  if (task.kind === 'twin') {
    const twin = twins.find(({ id }) => id === task.id);
    return { task, detections: await judgeAll(task, twin?.bend(reference)) };
  }
  const deviant = deviants.find(({ id }) => id === task.id);
  const service = deviant?.bend(reference);
  const named = await judgeAll(task, service, deviant?.killedBy);
  const wasKilled = [...named.values()].some(({ verdict }) => verdict === 'killed');
  // Only a survivor is worth every other check.
  return { task, detections: wasKilled ? named : await judgeAll(task, service) };
}

/** Judges by one check, or by all that can fail a target. */
async function judgeAll(
  { seed, casesPerStratum }: TrialTask,
  service: Service<unknown> | undefined,
  checkId?: string,
): Promise<ReadonlyMap<string, Detection>> {
  const checks = allChecks.filter((check) =>
    checkId === undefined ? levelOf(check) !== 'note' : check.id === checkId,
  );
  return detect({ ...trialTarget(service ?? reference), seed, casesPerStratum, acceptedPolicy }, checks);
}
