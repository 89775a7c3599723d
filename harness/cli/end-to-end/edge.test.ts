// Edge cases: nothing to run, a refused run after a good one, a reader that closes the pipe, unusual targets.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readResults, test } from '../../testing/cli-test.js';
import { acceptsEveryPolicy, datesAuthoritiesInHostileText, removesNoAuthority } from '../../testing/odd-services.js';
import { cliPath, runCli, startCli, startProcess } from '../../testing/run-cli.js';

describe('a selection without a check', () => {
  test.concurrent.for([
    ['a requirement that nothing judges', '--filter', 'RAM-01'],
    ['a level that leaves none', '--level', 'must', '--filter', 'ARN-02'],
  ])('%s ends with exit 5 and a report', async ([, ...words], { folder }) => {
    const { code } = await runCli(['run', ...words, '--out', 'out'], { cwd: folder });
    expect(code).toBe(5);
    expect(readResults(join(folder, 'out')).exit.code).toBe(5);
  });
});

test.concurrent('a run that is refused leaves the results of the one before', async ({ folder }) => {
  await runCli(['run', '--filter', 'PP-01', '--out', 'out'], { cwd: folder });
  const before = readFileSync(join(folder, 'out/results.json'), 'utf8');
  const { code } = await runCli(['run', '--out', 'out', '--report', 'junit=/dev/null/report.xml'], { cwd: folder });
  expect(code).toBe(7);
  expect(readFileSync(join(folder, 'out/results.json'), 'utf8')).toBe(before);
});

test.concurrent('a reader that closes the pipe early does not affect the exit code', async ({ folder }) => {
  const line = '"$NODE" "$CLI" list; echo "$?" >code';
  const env = { NODE: process.execPath, CLI: cliPath };
  const { result } = await startProcess('sh', ['-c', `{ ${line}; } | true`], { cwd: folder, env });
  const { stderr } = await result;
  expect(readFileSync(join(folder, 'code'), 'utf8').trim()).toBe('0');
  expect(stderr).toBe('');
});

test.concurrent(
  'a connection that is reset while a CA is made leaves checks indeterminate',
  async ({ folder, serve }) => {
    const service = await serve({ resets: (kind, count) => kind === 'CreateCertificateAuthority' && count > 2 });
    const { code } = await runCli(['run', '--target', service.url, '--profile', 'smoke', '--out', 'out'], {
      cwd: folder,
    });
    expect(code).toBe(4);
    const { summary, checks } = readResults(join(folder, 'out'));
    const unsupported = checks.filter(({ verdict }) => verdict === 'unsupported').map(({ id }) => id);
    // One key has no other principals.
    expect(unsupported.filter((id) => !id.startsWith('access/'))).toEqual([]);
    expect(summary.verdicts.fail).toBe(0);
    expect(summary.verdicts.indeterminate).toBeGreaterThan(0);
  },
);

test.concurrent('an operation that hangs while the others answer ends the run', async ({ folder, serve }) => {
  const service = await serve({ hangs: 'PutPolicy' });
  const args = ['run', '--target', service.url, '--profile', 'smoke', '--call-timeout', '700ms', '--out', 'out'];
  const { code } = await runCli(args, { cwd: folder });
  expect(code).toBe(4);
  expect(readResults(join(folder, 'out')).run.stopped).toContain('20 calls of PutPolicy in a row were not answered');
});

test.concurrent('what the SDK warns about never reaches the terminal', async ({ folder, serve }) => {
  const service = await serve({ service: datesAuthoritiesInHostileText });
  const args = ['run', '--target', service.url, '--filter', 'PP-01', '--no-color', '--out', 'out'];
  const { code, stdout, stderr } = await runCli(args, { cwd: folder });
  expect(code).toBe(0);
  expect(stdout + stderr).not.toContain('\u001b');
});

test.concurrent('the replay line repeats every choice that the target needs', async ({ folder, serve }) => {
  const { url } = await serve({ service: acceptsEveryPolicy });
  const grantees = ['--grantee-account', '444455556666', '--organization', 'o-a1b2c3d4e5'];
  const choices = ['--region', 'us-west-2', '--model-revision', '2020-08-17', '--access-key', 'AKIDOTHER', ...grantees];
  const args = ['run', '--target', url, ...choices, '--secret-key', 'hidden', '--filter', 'POL-05', '--out', 'out'];
  const { code } = await runCli(args, { cwd: folder });
  expect(code).toBe(1);
  const replay =
    readResults(join(folder, 'out')).checks.find(({ failures }) => failures.length > 0)?.failures[0]?.replay ?? '';
  for (const words of [
    '--region us-west-2',
    '--model-revision 2020-08-17',
    '--access-key AKIDOTHER',
    '"$SECRET_KEY"',
    grantees.join(' '),
  ]) {
    expect(replay).toContain(words);
  }
  expect(readFileSync(join(folder, 'out/results.json'), 'utf8')).not.toContain('hidden');
});

test.concurrent('checks overlap as far as they may, and find the same', async ({ folder, serve }) => {
  const verdicts = async (concurrency: string): Promise<readonly [number, unknown]> => {
    const service = await serve({ service: acceptsEveryPolicy, delayMs: 2 });
    const args = ['run', '--target', service.url, '--profile', 'smoke', '--seed', '1', '--concurrency', concurrency];
    await runCli([...args, '--filter', 'P*', '--out', `out${concurrency}`], { cwd: folder });
    const { checks } = readResults(join(folder, `out${concurrency}`));
    return [service.maxAtATime(), checks.map(({ id, verdict, failures }) => [id, verdict, failures[0]?.signature])];
  };
  const [one, alone] = await verdicts('1');
  const [several, together] = await verdicts('3');
  expect(one).toBe(1);
  expect(several).toBe(3);
  expect(together).toEqual(alone);
});

test.concurrent(
  'CAs that a target has no operation to remove are said once, and are no left-overs',
  async ({ folder, serve }) => {
    const { url } = await serve({ service: removesNoAuthority });
    const args = ['run', '--target', url, '--profile', 'smoke', '--seed', '1', '--settle-ms', '0'];
    const { code, stderr, stdout } = await runCli([...args, '--filter', 'PP-0*', '--filter', 'ST-0*', '--out', 'out'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    const results = readResults(join(folder, 'out'));
    expect(results.leftovers).toEqual([]);
    expect(stderr.match(/the target has no operation to remove CAs: \d+ remain/g)).toEqual([
      `the target has no operation to remove CAs: ${results.target.remaining} remain`,
    ]);
    expect(stdout).not.toContain('left over');
    for (const name of ['states', 'restore']) {
      expect(results.target.capabilities[name]).toMatchObject({
        available: false,
        reason: expect.stringContaining('DeleteCertificateAuthority'),
      });
    }
  },
);

test.concurrent('the seed and the target are on stderr before the first call', async ({ folder, serve }) => {
  const service = await serve();
  const running = await startCli(['run', '--target', service.url, '--profile', 'smoke', '--out', 'out'], {
    cwd: folder,
  });
  await service.reached(1);
  running.kill('SIGKILL');
  const { signal, stderr } = await running.result;
  expect(signal).toBe('SIGKILL');
  expect(stderr).toMatch(new RegExp(`^pca-conformance \\S+, target ${service.url}, profile smoke, seed \\d+\\n`));
});

test.concurrent('a server that closes idle connections after 200 ms loses no call', async ({ folder, serve }) => {
  const { url } = await serve({ closesIdleAfterMs: 200 });
  const filters = [
    '--filter',
    'concurrency/answers-a-burst-of-puts',
    '--filter',
    'concurrency/keeps-every-policy-of-a-burst',
  ];
  const args = ['run', '--target', url, '--profile', 'ci', '--seed', '1', ...filters, '--out', 'out'];
  const { code, stdout } = await runCli(args, { cwd: folder });
  expect({ code, stdout }).toMatchObject({ code: 0 });
});
