// Drivers by the command line: `driver check`, and `run` and `replay` on a target that is called through one.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Report } from '../../files/report.js';
import { shellQuote } from '../../text/shell-quote.js';
import { scriptedDriver } from '../../drivers/testing/scripted-driver.js';
import { readResults, temporaryFolder, test, type TemporaryFolder } from '../../testing/cli-test.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import { runCli, runLine } from '../../testing/run-cli.js';
import { startServe, type RunningServe } from '../../testing/run-serve.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const javascript = `${shellQuote(process.execPath)} ${shellQuote(join(root, 'dist/harness/drivers/javascript/javascript-driver.js'))}`;
const python = join(root, '.cache/clients/bin/python');
const boto3 = `${shellQuote(python)} ${shellQuote(join(root, 'harness/drivers/python/boto3_driver.py'))}`;
const noPython = existsSync(python) || process.env['CI'] === 'true' ? '' : ' (skipped: run .ci/install-clients)';

describe('driver check', () => {
  test.concurrent('ends with 0 if all is well, and says how to continue', async ({ folder }) => {
    const { code, stdout, stderr } = await runCli(['driver', 'check', javascript], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ok {8}hello: Node\.js .*, @aws-sdk\/client-acm-pca 3\./);
    expect(stdout).toContain('\nok        100 calls at a time: each has its own answer\n');
    expect(stdout).toContain('\nAll is well. Next: npx pca-conformance run --target ');
    expect(stdout).not.toContain('problem');
  });

  test.concurrent('ends with 7 if a driver breaks the protocol, and says how to fix it', async ({ folder }) => {
    const script = scriptedDriver("on.call = () => { console.error('\\u001b[2Jmine'); console.log('calling'); };");
    const { code, stdout, stderr } = await runCli(['driver', 'check', '--', 'sh', '-c', script], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 7, stderr: '' });
    expect(stdout).toMatch(/\nproblem {3}made-up operation: the driver ".*" wrote a line that is not JSON: calling\n/);
    expect(stdout).toContain('\n          fix: Write only messages to stdout');
    expect(stdout).toContain('\n1 problem: the driver cannot be used as it is.\n');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('run on a driver', () => {
  let service: RunningServe;
  let home: TemporaryFolder;
  beforeAll(async () => {
    home = temporaryFolder();
    service = await startServe([]);
  });
  afterAll(async () => {
    await service.stop();
    home.remove();
  });

  const asked = ['PP-01', 'GP-01', 'DP-01', 'POL-05', 'WIRE-03'].flatMap((id) => ['--filter', id]);

  async function judge(target: readonly string[], out: string): Promise<Report> {
    const args = ['run', ...target, '--profile', 'smoke', '--seed', '7', '--out', out, '--quiet'];
    const { code, stderr } = await runCli(args, { cwd: home.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return readResults(join(home.path, out));
  }

  function judgeThrough(driver: string, out: string): Promise<Report> {
    return judge(['--target', `driver:${driver}`, '--endpoint', service.url], out);
  }

  function verdictsOf({ checks }: Report): Readonly<Record<string, unknown>> {
    return Object.fromEntries(checks.map(({ id, verdict, observed }) => [id, { verdict, observed }]));
  }

  test(`reaches the same verdict on every check through two SDKs as without a driver${noPython}`, async ({ skip }) => {
    if (noPython !== '') skip(noPython);
    const [plain, ofJavaScript, ofPython] = await Promise.all([
      judge(['--target', service.url], 'plain'),
      judgeThrough(javascript, 'javascript'),
      judgeThrough(boto3, 'python'),
    ]);
    expect(plain.summary.verdicts.pass).toBeGreaterThan(100);
    expect(verdictsOf(ofJavaScript)).toEqual(verdictsOf(plain));
    expect(verdictsOf(ofPython)).toEqual(verdictsOf(plain));
    expect(ofPython.target.name).toBe(`driver:${boto3}`);
  });

  test('ends with 7 if the driver dies, with what was measured and what it said', async () => {
    const script = `let calls = 0;
      on.call = ({ id, operation }) => {
        calls += 1;
        if (calls === 3) { console.error('out of memory'); process.exit(9); }
        if (operation === 'MadeUpOperation') say({ type: 'unsupported', id, reason: 'unknown' });
        else say({ type: 'ok', id, output: {} });
      };`;
    const target = ['--target', `driver:${scriptedDriver(script)}`, '--endpoint', service.url];
    const { code, stdout } = await runCli(['run', ...target, ...asked, '--out', 'dead'], { cwd: home.path });
    expect(code).toBe(7);
    expect(stdout).toMatch(
      /\nfault of the driver: the driver ".*" ended by itself \(exit code 9; calls under way: 1\)\n/,
    );
    expect(stdout).toContain('Its last lines on stderr:\n  out of memory\n');
    const results = readResults(join(home.path, 'dead'));
    expect(results).toMatchObject({ exit: { code: 7 }, run: { complete: false }, leftovers: [] });
    expect(results.faults).toEqual([expect.stringContaining('out of memory')]);
    expect(results.run.calls).toBeGreaterThan(2);
  });
});

test('a failure that a driver shows is replayed through it', async ({ folder, serve }) => {
  const { url } = await serve({ service: acceptsEveryPolicy });
  const target = ['--target', `driver:${javascript}`, '--endpoint', url];
  const args = ['run', ...target, '--profile', 'smoke', '--seed', '1', '--filter', 'POL-05', '--out', 'out'];
  expect((await runCli(args, { cwd: folder })).code).toBe(1);
  expect(readdirSync(join(folder, 'out/cases')).length).toBeGreaterThan(0);
  const [failure] = readResults(join(folder, 'out')).checks.flatMap(({ failures }) => failures);
  expect(failure?.replay).toContain(`--endpoint ${url}`);
  const { code, stdout } = await runLine(failure?.replay ?? '', { cwd: folder });
  expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('STILL FAILS') });
});
