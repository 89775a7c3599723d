// A run on live AWS creates a handful of CAs, announces it, and is inconclusive if no more can be created.

import { afterEach, describe, expect, test as plainTest, vi } from 'vitest';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { checksOf } from '../../../suites/all-checks.js';
import { newestModelRevision } from '../../api/service-model.js';
import { authorityLimits } from '../../live/live-run.js';
import { planOf, quotaObjection, renderPlan } from '../../live/plan.js';
import { leaseTags } from '../../live/tags.js';
import type { Service } from '../../api/service.js';
import type { ServiceState } from '../../model/state/state.js';
import { systemClock } from '../../run/session/clock.js';
import { makeTarget } from '../../run/session/open-target.js';
import type { CheckResult } from '../../run/cases/run-check.js';
import { beginCheck } from '../../run/cases/run-check.js';
import { defaults } from '../../run/session/run-config.js';
import { runPhases } from '../../run/cases/run-phases.js';
import { createCaseSession } from '../../run/cases/case-session.js';
import { CommandFailure } from '../output/failure.js';
import { processTerminal } from '../output/terminal.js';
import { buildProgram } from '../program.js';
import { allowed, makeUsersAuthority, startTestStandIn } from '../../testing/aws-stand-in.js';
import { wellBehaved } from '../../testing/odd-services.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runCli } from '../../testing/run-cli.js';

/** Lets so many CAs be created, including deleted ones. */
function allowing(most: number): Service<ServiceState> {
  return {
    ...wellBehaved,
    step: (state, operation, context) =>
      operation.kind === 'CreateCertificateAuthority' && state.authorities.size >= most
        ? {
            outcome: { kind: 'service-error', error: 'LimitExceededException', status: 400, message: 'no' },
            next: state,
          }
        : wellBehaved.step(state, operation, context),
  };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The checks of a profile on a service over HTTP, several at a time, with the CA limits of a run on live AWS. */
/** The stand-in has one key, and does not verify signatures. */
function isAboutOneCaller(id: string): boolean {
  return !id.startsWith('access/') && id !== 'wire-cbor/refuses-signatures-as-in-json';
}

async function runLimited(casesPerInputClass: number, filter: (id: string) => boolean) {
  const standIn = await startTestStandIn();
  const choice = { kind: 'http', url: standIn.url } as const;
  const target = await makeTarget({ ...defaults.target, choice }, newestModelRevision);
  const session = createCaseSession({
    config: {
      judging: { ...defaults.judging, settleMs: 5, consistency: 'eventual' },
    },
    target,
    runId: 'pca-0123456789ab',
    acceptedPolicy,
    clock: systemClock,
    authorities: { creates: true, tags: leaseTags('pca-0123456789ab', Date.now()), ...authorityLimits },
    onEvent: () => {},
  });
  await session.probe();
  const plan = { seed: 1, casesPerInputClass, shrinks: false };
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
  const beyond = ['concurrency/keeps-every-policy-of-a-burst', 'concurrency/rejects-no-put-while-idle'];

  plainTest(
    'every check of profile ci is made on at most 12, but for those that need dozens at a time',
    { timeout: 240_000 },
    async () => {
      const { results, created, leftovers } = await runLimited(4, isAboutOneCaller);
      expect(created).toBeLessThanOrEqual(12);
      expect(leftovers).toEqual([]);
      const others = [...results].filter(([, { verdict }]) => verdict !== 'pass');
      expect(others.map(([id, { verdict, reason }]) => ({ id, verdict, reason }))).toEqual(
        beyond.map((id) => ({
          id,
          verdict: 'unsupported',
          reason: expect.stringMatching(
            /^\d+ CAs in state PENDING_CERTIFICATE at a time are more than this target may have$/,
          ),
        })),
      );
    },
  );
});

test('a target that allows no more CAs leaves checks indeterminate, and is not taken for one without them', async ({
  folder,
  serve,
}) => {
  const { url } = await serve({ service: allowing(6) });
  const filters = ['--filter', 'ISO-01', '--filter', 'concurrency/answers-a-burst-of-puts', '--filter', 'ST-0*'];
  const args = ['run', '--target', url, '--profile', 'smoke', '--seed', '1', '--settle-ms', '0', '--concurrency', '1'];
  const { code, stdout } = await runCli([...args, ...filters, '--out', 'out'], { cwd: folder });
  expect(code).toBe(4);
  expect(stdout).toContain('after 6 CAs, CreateCertificateAuthority was answered with LimitExceededException');
  const verdicts = new Set(readResults(`${folder}/out`).checks.map(({ verdict }) => verdict));
  expect(verdicts).toContain('indeterminate');
  expect(verdicts).not.toContain('unsupported');
});

describe('the plan', () => {
  const plan = planOf({ calls: new Map([['CreateCertificateAuthority', 5]]), rate: 4, borrowed: 0, maxCreations: 12 });

  plainTest('says how many CAs stay counted, and for how long', () => {
    expect(renderPlan(plan)).toMatch(
      /5 created in short-lived mode, at most 12 where[^]*at most 12 deleted CAs[^]*7 days[^]*counts\s+against the quota of 200/,
    );
  });

  plainTest.each([
    [188, undefined],
    [189, /may create 12 CAs, and 189 count already: more than the quota of 200/],
  ])('beside %i CAs is within the quota or not', (present, words) => {
    const objection = quotaObjection(plan, present);
    if (words === undefined) expect(objection).toBeUndefined();
    else expect(objection).toMatch(words);
  });

  plainTest('that goes beyond the quota of the account is refused, and nothing is created', async () => {
    const standIn = await startTestStandIn();
    for (let count = 0; count < 189; count += 1) await makeUsersAuthority(standIn);
    vi.stubEnv('PCA_TEST_STAND_IN', standIn.url);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const words = ['run', ...allowed, '--create-ca', '--yes', '--filter', 'POL-10'];
    const given = buildProgram(processTerminal, () => {}).parseAsync(['node', 'pca-conformance', ...words]);
    await expect(given).rejects.toThrow(CommandFailure);
    await expect(given).rejects.toMatchObject({ exitCode: 6, message: expect.stringContaining('189 count already') });
    expect(standIn.requests.get('CreateCertificateAuthority')).toBeUndefined();
    await standIn.close();
  });
});
