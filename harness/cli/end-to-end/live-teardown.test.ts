// Whatever happens to a run on live AWS, `sweep` finds and removes everything that is left, and the user's policies are
// restored.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { readOpenJournals } from '../../live/journal.js';
import { sweep, type Swept } from '../../live/sweep.js';
import { systemClock } from '../../run/session/clock.js';
import { createSettling } from '../../run/session/settling.js';
import { openLiveCaller } from '../live/live-access.js';
import { thisHost } from '../options/read-live.js';
import {
  allowed,
  makeUsersAuthority,
  region,
  startTestStandIn,
  type TestStandIn,
  type TestStandInOptions,
} from '../../testing/aws-stand-in.js';
import { temporaryFolder, test } from '../../testing/cli-test.js';
import { keepsEveryAuthority } from '../../testing/odd-services.js';
import { cleanEnvironment, runCli, startCli } from '../../testing/run-cli.js';

const fixture = fileURLToPath(new URL('../../../dist/harness/testing/killed-run.js', import.meta.url));

/** Spaces and an order that no service would write itself. */
const policyOf = (arn: string): string =>
  `{ "Statement":[ {"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["acm-pca:ListTags","acm-pca:GetCertificate","acm-pca:DescribeCertificateAuthority","acm-pca:GetCertificateAuthorityCertificate","acm-pca:ListPermissions"],"Resource":"${arn}"},\n{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"acm-pca:IssueCertificate","Resource":"${arn}","Condition":{"StringEquals":{"acm-pca:TemplateArn":"arn:aws:acm-pca:::template/EndEntityCertificate/V1"}}} ] ,"Version":"2012-10-17" }`;

const lagMs = 60;

interface Scene {
  readonly standIn: TestStandIn;
  /** Called for each event at the stand-in, twice for each request: before its effect, and before its answer. */
  onHappening: (() => Promise<void>) | undefined;
  /** CAs of the user: with a policy, and without. */
  readonly arns: readonly [string, string];
}

async function setScene(options: TestStandInOptions = {}): Promise<Scene> {
  const happen = async (): Promise<void> => scene.onHappening?.();
  const standIn = await startTestStandIn({ visibilityLagMs: lagMs, ...options, onArrival: happen, observe: happen });
  const arns = [await makeUsersAuthority(standIn), await makeUsersAuthority(standIn)] as const;
  await standIn.output('PutPolicy', { ResourceArn: arns[0], Policy: policyOf(arns[0]) });
  const scene: Scene = { standIn, arns, onHappening: undefined };
  return scene;
}

/** Everything of the user is as it was, and nothing else exists. */
async function expectUntouched({ standIn, arns }: Scene): Promise<void> {
  await systemClock.pause(2 * lagMs);
  expect([...(await standIn.authorities())].sort()).toEqual([...arns].sort());
  expect(await standIn.output('GetPolicy', { ResourceArn: arns[0] })).toEqual({ Policy: policyOf(arns[0]) });
  const other = await standIn.perform({ kind: 'GetPolicy', input: { ResourceArn: arns[1] } });
  expect(other).toMatchObject({ error: 'ResourceNotFoundException' });
  for (const arn of arns) {
    const { Tags: tags } = await standIn.output('ListTags', { CertificateAuthorityArn: arn });
    expect(tags).toEqual([{ Key: 'pca-conformance', Value: 'mine' }]);
  }
}

function startFixture(scene: Scene, folder: string, runId: string): ChildProcess {
  return spawn(process.execPath, [fixture, folder, runId, ...scene.arns], {
    env: { ...cleanEnvironment(), ...scene.standIn.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function sweepAll(folder: string, deletes: boolean): Promise<readonly Swept[]> {
  const { caller, close } = await openLiveCaller({ region, rate: undefined });
  const swept = await sweep({
    caller,
    deletes,
    clock: systemClock,
    settling: createSettling(2 * lagMs),
    lagMs: 2 * lagMs,
    journals: readOpenJournals(folder),
    endedRuns: [],
    host: thisHost(),
    dateMs: Date.now(),
  });
  await close();
  return swept;
}

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
  vi.stubEnv('PCA_TEST_STAND_IN', scene.standIn.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await scene.standIn.close();
});

test('a run that is killed at any point leaves nothing that sweep does not find and remove', async ({ folder }) => {
  // The events of a whole run, which are the points at which it can be killed.
  let happenings = 0;
  scene.onHappening = async () => void (happenings += 1);
  const whole = startFixture(scene, folder, 'pca-000000000000');
  await once(whole, 'close');
  expect(whole.exitCode).toBe(0);
  await expectUntouched(scene);
  expect(readOpenJournals(folder)).toEqual([]);
  expect(happenings).toBeGreaterThan(60);
  const points = fc.sample(fc.integer({ min: 1, max: happenings - 1 }), { numRuns: 20, seed: 1 });
  for (const [index, point] of points.entries()) {
    let happened = 0;
    const child = startFixture(scene, folder, `pca-${String(index + 1).padStart(12, '0')}`);
    const ended = once(child, 'close');
    scene.onHappening = async () => {
      happened += 1;
      if (happened !== point) return;
      child.kill('SIGKILL');
      // Half of the requests take effect only after the process is dead.
      await ended;
    };
    await ended;
    expect(child.signalCode, `at point ${point}`).toBe('SIGKILL');
    scene.onHappening = undefined;
    await sweepAll(folder, true);
    await expectUntouched(scene);
    expect(await sweepAll(folder, false), `at point ${point}`).toEqual([]);
    expect(readOpenJournals(folder)).toEqual([]);
  }
});

describe('sweep', () => {
  test('changes nothing without --delete, and leaves alone what a run that may be alive has', async ({ folder }) => {
    let made = 0;
    const child = startFixture(scene, join(folder, '.pca/journal'), 'pca-0123456789ab');
    scene.onHappening = async () => {
      made = (await scene.standIn.authorities()).length;
      if (made > scene.arns.length) child.kill('SIGKILL');
    };
    await once(child, 'close');
    scene.onHappening = undefined;
    const options = { cwd: folder, env: scene.standIn.env };
    const dry = await runCli(['sweep', ...allowed], options);
    expect(dry.code).toBe(8);
    expect(dry.stdout).toMatch(
      /^left over: CA arn:aws:acm-pca:us-east-1:<account>:certificate-authority\/[0-9a-f-]{36}/m,
    );
    expect(await scene.standIn.authorities()).toHaveLength(made);
    // Without the journal, as on another machine, only the lease in the tags is known.
    const elsewhere = await runCli(['sweep', ...allowed, '--delete', '--journal', 'none'], options);
    expect({ code: elsewhere.code, stdout: elsewhere.stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('in use by a run that may be alive'),
    });
    expect(await scene.standIn.authorities()).toHaveLength(made);
    const { code, stdout } = await runCli(['sweep', ...allowed, '--delete', '--json'], options);
    expect(code).toBe(0);
    expect(stdout).toContain('"outcome": "removed"');
    await expectUntouched(scene);
  });
});

test('Ctrl-C tears down and puts the policies back', async ({ folder }) => {
  const words = ['run', ...allowed, '--create-ca', '--yes', '--profile', 'smoke', '--filter', 'POL-10'];
  const running = await startCli([...words, ...scene.arns.flatMap((arn) => ['--ca-arn', arn]), '--settle-ms', '100'], {
    cwd: folder,
    env: scene.standIn.env,
  });
  let puts = 0;
  scene.onHappening = async () => {
    puts = scene.standIn.requests.get('PutPolicy') ?? 0;
    if (puts === 2) running.kill('SIGINT');
  };
  const { code } = await running.result;
  expect(code).toBe(130);
  expect(puts).toBeGreaterThan(1);
  scene.onHappening = undefined;
  await expectUntouched(scene);
});

test('a CA that stays is exit 8, and its ARN is named without the account', async ({ folder }) => {
  const keeping = await startTestStandIn({ service: keepsEveryAuthority });
  const words = [
    'run',
    ...allowed,
    '--create-ca',
    '--yes',
    '--filter',
    'PP-01',
    '--profile',
    'smoke',
    '--settle-ms',
    '10',
  ];
  const { code, stderr } = await runCli(words, { cwd: folder, env: keeping.env });
  expect(code).toBe(8);
  const [arn = ''] = await keeping.authorities();
  expect(stderr).toContain(arn.replace('111122223333', '<account>'));
  const [journal = ''] = readdirSync(join(folder, '.pca/journal'));
  expect(readFileSync(join(folder, '.pca/journal', journal), 'utf8')).toContain(arn);
  await keeping.close();
});

test.each([
  ['--max-cost', '0.0001', 'budget of 0.0001 USD'],
  ['--max-calls', '40', 'budget of 40 calls'],
])('%s ends the run without a verdict, torn down, with the seed to go on', async (option, value, words) => {
  const { path, remove } = temporaryFolder();
  const options = ['--create-ca', '--yes', '--profile', 'smoke', '--seed', '7', '--rate', '50', '--filter', 'P*'];
  const { code, stdout, stderr } = await runCli(['run', ...allowed, ...options, option, value], {
    cwd: path,
    env: scene.standIn.env,
  });
  remove();
  expect(code).toBe(4);
  expect(stdout).toContain(words);
  expect(stderr).toContain('--seed 7 and a larger budget go on');
  await expectUntouched(scene);
});
