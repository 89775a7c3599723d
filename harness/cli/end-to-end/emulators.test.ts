// Targets that a run starts itself: known emulators, and commands of the user. None outlives its run.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { freePort } from '../../emulators/start-emulator.js';
import { test } from '../../testing/cli-test.js';
import { cliPath, runCli, startCli } from '../../testing/run-cli.js';

const serve = `"${process.execPath}" "${cliPath}" serve --port`;
const one = ['--filter', 'PP-01', '--profile', 'smoke', '--quiet', '--out', 'out'];

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

test('the list says how to install and to judge each', async ({ folder }) => {
  const { code, stdout } = await runCli(['emulators'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain("install   python3 -m pip install 'moto[server]==");
  expect(stdout).toContain('judge     pca-conformance run --emulator moto');
  expect(stdout).toMatch(/measured {2}\d{4}-\d{2}-\d{2} by version/);
  const { stdout: json } = await runCli(['emulators', '--json'], { cwd: folder });
  expect(JSON.parse(json)).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'moto' })]));
});

test.for([
  [['--emulator', 'motto'], /there is no emulator motto.*moto/s],
  [['--emulator', 'localstack'], /is not started from here.*--target http/s],
  [['--emulator', 'moto', '--emulator-program', './none'], /no program \.\/none; install it with\n.*moto\[server\]/s],
  [['--emulator', 'moto', '--target', 'builtin:http'], /both name a target/],
  [['--emulator-program', 'x'], /--emulator-program needs --emulator/],
  [['--start', 'true'], /--start requires a URL target/],
] as const)('%s is a mistake with its fix', async ([options, words], { folder }) => {
  const { code, stderr } = await runCli(['run', ...options, ...one], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toMatch(words);
});

test('what --start starts is awaited, judged and stopped afterwards', async ({ folder }) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { code, stderr } = await runCli(['run', '--target', url, '--start', `${serve} ${port}`, ...one], {
    cwd: folder,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await answers(url)).toBe(false);
});

test('doctor examines what it started itself', async ({ folder }) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { code, stdout } = await runCli(['doctor', '--target', url, '--start', `${serve} ${port}`], { cwd: folder });
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`ok       target: ${url} answers`),
  });
  expect(stdout).toContain(`Next: "npx pca-conformance run --target ${url}"`);
  expect(await answers(url)).toBe(false);
});

test('a command that ends at once is not a target: exit 4 with its last words', async ({ folder }) => {
  const options = ['--target', 'http://127.0.0.1:9', '--start', 'echo no licence >&2; exit 3'];
  const { code, stderr } = await runCli(['run', ...options, ...one], { cwd: folder });
  expect(code).toBe(4);
  expect(stderr).toMatch(/exit code 3\nno licence/);
});

test('an interruption while it starts leaves nothing behind', async ({ folder }) => {
  const marker = join(folder, 'pid');
  const options = ['--target', 'http://127.0.0.1:9', '--start', `echo $$ > "${marker}"; exec sleep 600`];
  const running = await startCli(['run', ...options, ...one], { cwd: folder });
  await expect.poll(() => existsSync(marker) && readFileSync(marker, 'utf8') !== '', { timeout: 60_000 }).toBe(true);
  running.kill('SIGINT');
  const { code, signal } = await running.result;
  expect([code, signal]).toEqual([130, null]);
  const pid = Number(readFileSync(marker, 'utf8'));
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
