// A run on live AWS keeps to a handful of CAs, says so beforehand, and is inconclusive where no more can be had.

import { afterEach, describe, expect, onTestFinished, test as plainTest, vi } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { checksOf } from '../../suites/all-checks.js';
import type { Operation } from '../api/operation.js';
import { newestModelRevision } from '../api/service-model.js';
import { authorityLimits } from '../live/live-run.js';
import { planOf, quotaObjection, renderPlan } from '../live/plan.js';
import { leaseTags } from '../live/tags.js';
import { systemClock } from '../run/clock.js';
import { makeTarget } from '../run/open-target.js';
import type { CheckResult } from '../run/run-check.js';
import { beginCheck } from '../run/run-check.js';
import { defaults } from '../run/run-config.js';
import { runPhases } from '../run/run-phases.js';
import { createSession } from '../run/session.js';
import { CommandFailure } from './failure.js';
import { buildProgram } from './program.js';
import { allowed, makeUsersAuthority, region, startTestStandIn } from './testing/aws-stand-in.js';
import { readResults, test } from './testing/cli-test.js';
import { runCli } from './testing/run-cli.js';

const limitExceeded = { error: 'LimitExceededException', status: 400, message: 'too many' } as const;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The checks of a profile on a service over HTTP, several at a time, with the CAs of a run on live AWS. */
async function runLimited(casesPerStratum: number, filter: (id: string) => boolean) {
  const deleted = new Set<string>();
  const standIn = await startTestStandIn();
  const target = await makeTarget({
    ...defaults,
    target: standIn.url,
    targetUrl: standIn.url,
    modelRevision: newestModelRevision,
  });
  const session = createSession({
    config: {
      modelRevision: newestModelRevision,
      callTimeoutMs: 5_000,
      settleMs: 5,
      consistency: 'eventual',
      capabilities: {},
    },
    target,
    runId: 'pca-0123456789ab',
    acceptedPolicy,
    clock: systemClock,
    authorities: { creates: true, tags: leaseTags('pca-0123456789ab', Date.now()), ...authorityLimits },
    onEvent: ({ event, arn }) => void (event === 'ca-removed' && deleted.add(arn)),
  });
  await session.probe();
  const plan = { seed: 1, casesPerStratum, shrinks: false };
  const checks = checksOf(newestModelRevision).filter(({ id }) => filter(id));
  const results = new Map<string, CheckResult>();
  await runPhases(
    checks.map((check) => beginCheck(session, check, plan, () => {})),
    {
      concurrency: 4,
      untilBudgetEnds: false,
      isSpent: () => false,
      onTurn: () => {},
      onOver: (run) => results.set(run.check.id, run.conclude()),
      onFault: (_check, fault) => {
        throw fault;
      },
    },
  );
  const leftovers = await session.close();
  const created = standIn.requests.get('CreateCertificateAuthority') ?? 0;
  await standIn.close();
  return { results, created, leftovers };
}

describe('with the CAs of live AWS', () => {
  const beyond = ['concurrency/keeps-every-policy-of-a-burst', 'concurrency/refuses-nothing-while-idle'];

  plainTest(
    'every check of profile ci is made on at most 12, but for those that need dozens at a time',
    { timeout: 240_000 },
    async () => {
      const { results, created, leftovers } = await runLimited(4, () => true);
      expect(created).toBeLessThanOrEqual(12);
      expect(leftovers).toEqual([]);
      const others = [...results].filter(([, { verdict }]) => verdict !== 'pass');
      expect(others.map(([id, { verdict, reason }]) => ({ id, verdict, reason }))).toEqual(
        beyond.map((id) => ({
          id,
          verdict: 'unsupported',
          reason: expect.stringMatching(
            /^\d+ CAs in state PENDING_CERTIFICATE at a time are more than are made on this target$/,
          ),
        })),
      );
    },
  );
});
