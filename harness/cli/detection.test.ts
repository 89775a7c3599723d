// Every check can fail: for each there is a deviant that names it, and each deviant is caught by the check that it names.
// That a service which only uses its freedom fails none is shown by the twins, and in `suites/alternatives.test.ts`.

import { describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import type { Service } from '../api/service.js';
import { newestModelRevision } from '../api/service-model.js';
import { answers, success } from '../deviants/bend.js';
import { loadDeviants } from '../deviants/load.js';
import { levelOf, type Check } from '../run/check.js';
import { detect, trialTarget } from '../run/detect.js';
import { builtinService } from '../run/open-target.js';
import { runCheck, type CheckResult } from '../run/run-check.js';
import { casesPerStratum, defaults } from '../run/run-config.js';
import { createSession, type Session } from '../run/session.js';

const { service: reference } = builtinService({ region: defaults.region, modelRevision: newestModelRevision });
const deviants = await loadDeviants();

// No hand-made request reaches a service in process; the checks that need them have their deviants where the emulator is.
const checksInProcess = allChecks.filter((check) => levelOf(check) !== 'note' && !check.needs?.includes('wire'));

/** No fault needs a longer program: a policy is put and deleted, its CA disabled, deleted, restored, enabled and read. */
const longestProgram = 7;

/** In process and on a clock of its own, where nothing lags. */
async function open(service: Service<unknown>): Promise<Session> {
  const { target, clock } = trialTarget(service);
  const config = { ...defaults, modelRevision: newestModelRevision, settleMs: 0, capabilities: {} };
  const session = createSession({ config, target, runId: 'judged', acceptedPolicy, clock, onEvent: () => {} });
  await session.probe();
  return session;
}

/** One case of each class of input; of programs four, which are drawn from many more than one case can stand for. */
async function judge(session: Session, check: Check): Promise<CheckResult> {
  return runCheck(session, check, { seed: 1, casesPerStratum: check.phase === 'sequences' ? 4 : 1 }, () => {});
}

const sessionOfReference = await open(reference);

describe.each(checksInProcess.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const [first, ...others] = deviants.filter(({ killedBy }) => killedBy === id);

  test('is named by a deviant, fails it, and shows it in few calls', async () => {
    if (first === undefined) throw new Error('No deviant names the check.');
    const { verdict, failures } = await judge(await open(first.bend(reference)), check);
    expect(verdict, first.id).toBe('fail');
    expect(Math.max(...failures.map(({ run }) => run.trace.length)), first.id).toBeLessThanOrEqual(longestProgram);
  });

  test.each(others.map((deviant) => [deviant.id, deviant] as const))('fails %s', async (_id, { bend }) => {
    // A fault that shows once in many calls needs as many cases as a gate makes; the first that fails ends the trial.
    const trial = { ...trialTarget(bend(reference)), seed: 1, casesPerStratum: casesPerStratum.ci, acceptedPolicy };
    expect((await detect(trial, [check])).get(id)).toMatchObject({ verdict: 'killed' });
  });

  test('passes the reference service', async () => {
    expect(await judge(sessionOfReference, check)).toMatchObject({ verdict: 'pass', notes: [], failures: [] });
  });
});

test('a check at level note reports what it finds and fails nothing', async () => {
  const check = allChecks.find(({ id }) => id === 'resource-state/refuses-put-once-deleted');
  if (check === undefined) throw new Error('The check is gone.');
  const acceptsWhenDeleted = answers(['PutPolicy'], () => success());
  const result = await judge(await open(acceptsWhenDeleted(reference)), check);
  expect(result.verdict).toBe('indeterminate');
  expect(result.notes).not.toEqual([]);
});
