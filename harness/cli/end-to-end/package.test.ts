// The package as users install it: packed, unpacked into an example project, and used there by real processes.

import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readResults, temporaryFolder } from '../../testing/cli-test.js';
import { startProcess, type CliResult } from '../../testing/run-cli.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { path: folder, remove } = temporaryFolder();

async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const { result } = await startProcess(command, args, { cwd: folder, env });
  return result;
}

/** The example uses the dependencies of this repository; only the package itself is as npm packs it. */
beforeAll(async () => {
  const example = join(root, 'harness/testing/example-project');
  for (const name of readdirSync(example)) cpSync(join(example, name), join(folder, name));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'pca-conformance'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, root]);
  expect(packed).toMatchObject({ code: 0 });
  const file = join(folder, packed.stdout.trim());
  const unpacked = await run('tar', ['-xzf', file, '--strip-components=1', '-C', join(modules, 'pca-conformance')]);
  expect(unpacked).toMatchObject({ code: 0 });
});
afterAll(() => remove());

const vitest = 'node_modules/vitest/vitest.mjs';
const cli = 'node_modules/pca-conformance/dist/harness/cli/main.js';

describe('an example project with a fake written by hand', () => {
  test('does not find the example itself in the package', () => {
    const packed = join(folder, 'node_modules/pca-conformance');
    expect(existsSync(join(packed, 'dist/harness/library/library.d.ts'))).toBe(true);
    for (const path of ['harness/testing', 'harness/cli', 'dist/harness/testing'])
      expect(existsSync(join(packed, path)), path).toBe(false);
  });

  test('has a test of its own for each check, which pass if the fake is faithful', async () => {
    const { code, stdout } = await run(process.execPath, [vitest, 'run', '--reporter=verbose', '--no-color']);
    expect(stdout).toMatch(/✓ .*my fake answers as AWS Private CA documents \(seed 1\) > PP-01 .*replaces-the-policy/);
    expect(stdout).toMatch(/Tests {2}[1-9]\d* passed \(/);
    expect(code).toBe(0);
  });

  test('fails a test with the failing program if the fake is not', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [vitest, 'run', '--no-color'], { FILTERS: 'POL-05' });
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/FAIL .*POL-05/);
    expect(stdout + stderr).toMatch(/1\. PutPolicy/);
    expect(stdout + stderr).toMatch(/expected InvalidPolicyException/);
  });

  test('is compared with another target, and differs if it is wrong', async () => {
    const words = ['--left', 'builtin', '--right', 'module:./my-target.js', '--filter', 'POL-05', '--profile', 'smoke'];
    const { code, stdout } = await run(process.execPath, [cli, 'diff', ...words, '--seed', '1']);
    expect(code).toBe(1);
    expect(stdout).toContain('left InvalidPolicyException  right Success');
  });

  test('is judged by the command line through a module, and a failure is replayed by the printed line', async () => {
    const words = [
      '--target',
      'module:./my-target.js',
      '--profile',
      'smoke',
      '--filter',
      'POL-05',
      '--filter',
      'PP-01',
    ];
    const { code, stdout } = await run(process.execPath, [cli, 'run', ...words, '--seed', '1']);
    expect(code).toBe(1);
    const { target, summary } = readResults(join(folder, '.pca/last'));
    expect({ name: target.name, ...summary.verdicts }).toMatchObject({
      name: 'module:./my-target.js',
      pass: 2,
      fail: 1,
    });
    const [, file = ''] = /replay (\S+\.json) --target module:\.\/my-target\.js/.exec(stdout) ?? [];
    const replay = await run(process.execPath, [cli, 'replay', file, '--target', 'module:./my-target.js']);
    expect(replay).toMatchObject({ code: 1, stdout: expect.stringContaining('STILL FAILS') });
  });

  test('is judged in a program of its own, with a report as a value', async () => {
    expect(await run(process.execPath, ['judge.js'])).toMatchObject({ code: 1, stdout: 'POL-05\n' });
    expect(readResults(join(folder, 'judged'))).toMatchObject({ exit: { code: 1 }, target: { name: 'my fake' } });
  });

  test('compiles by the types of the package', async () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { code, stdout } = await run(process.execPath, [tsc, '-p', '.']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });
});

describe('a module that makes no target', () => {
  const modules = [
    ['is not there', undefined, 'it cannot be loaded'],
    ['cannot be parsed', 'export const = 1;', 'it cannot be loaded'],
    ['exports nothing', 'export const target = {};', 'does not export a function createTarget()'],
    [
      'throws',
      "export function createTarget() { throw new Error('no database'); }",
      'createTarget() failed: no database',
    ],
    ['returns none', 'export function createTarget() { return {}; }', 'returned no target'],
  ] as const;

  test.each(modules)('since it %s ends with exit 2 and says so', async (what, text, words) => {
    const file = `${what.replaceAll(' ', '-')}.js`;
    if (text !== undefined) writeFileSync(join(folder, file), text);
    const { code, stdout, stderr } = await run(process.execPath, [cli, 'run', '--target', `module:./${file}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
