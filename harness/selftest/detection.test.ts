// Every check can fail, with a minimal counterexample: by the first mutant that names it. That each
// mutant is noticed, with every seed, is shown by `selftest`; that a service which only uses its freedom fails
// nothing is shown by the variants there, and in `suites/alternatives.test.ts`.

import { success } from '../api/outcome.js';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../suites/all-checks.js';
import { judgeService, judgeTarget } from '../../suites/testing/judge-service.js';
import { handleDirectly } from '../api/overlap.js';
import { newestModelRevision } from '../api/service-model.js';
import { answers } from '../mutants/mutate.js';
import { allMutants } from '../mutants/all-mutants.js';
import { levelOf } from '../run/cases/check.js';
import { builtinService } from '../run/session/open-target.js';
import { defaults } from '../run/session/run-config.js';
import { trialPrincipals, trialTarget } from './selftest-target.js';
import type { Principals } from '../api/principal.js';

/** Those that a check of access needs. */
function principalsFor({ id }: { readonly id: string }): Principals | undefined {
  return id.startsWith('access/') ? trialPrincipals : undefined;
}

const { service: reference } = builtinService(defaults.target.region, newestModelRevision);
const failingChecks = allChecks.filter((check) => levelOf(check) !== 'note');

/** The example grantees exist for a faulty service, so that it must accept shares with them. */
const grantees = { granteeAccount: '444455556666', organization: 'o-example0000' } as const;

/** No fault needs a longer program: a policy is put and deleted, its CA disabled, deleted, restored, enabled and read. */
const maxProgramLength = 7;

describe.each(failingChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('fails a mutant, and shows it in few calls', async () => {
    const mutant = allMutants.find(({ killedBy }) => killedBy === id);
    if (mutant === undefined) throw new Error('No mutant names the check.');
    const { target, clock } = trialTarget(mutant, principalsFor(check));
    const { verdict, failures } = await judgeTarget(target, clock, check, grantees);
    expect(verdict, mutant.id).toBe('fail');
    // `overlap-detection.test.ts` covers how schedules shrink.
    const calls = failures.filter(({ failing }) => failing.schedule === undefined).map(({ run }) => run.trace.length);
    expect(Math.max(0, ...calls), mutant.id).toBeLessThanOrEqual(maxProgramLength);
  });

  test('passes the reference service', async () => {
    const { target, clock } = trialTarget(
      check.needs?.includes('concurrency') === true
        ? { intercept: () => handleDirectly }
        : { mutate: (service) => service },
      principalsFor(check),
    );
    expect(await judgeTarget(target, clock, check)).toMatchObject({ verdict: 'pass', notes: [], failures: [] });
  });
});

test('a check at level note reports what it finds and fails nothing', async () => {
  const check = allChecks.find(({ id }) => id === 'resource-state/rejects-put-while-deleted');
  if (check === undefined) throw new Error('The check is gone.');
  const acceptsWhenDeleted = answers(['PutPolicy'], () => success());
  const result = await judgeService(acceptsWhenDeleted(reference), check);
  expect(result.verdict).toBe('indeterminate');
  expect(result.notes).not.toEqual([]);
});
