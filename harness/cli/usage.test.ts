// What ends a command before anything is sent: wrong arguments, targets that are not allowed, files that cannot be written.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { requirementSet } from '../catalogue/index.js';
import { readResults, test } from '../testing/cli-test.js';
import { runInProcess } from '../testing/run-in-process.js';

/** The arguments of a command, and what the error message has to name. */
type Mistake = readonly [words: string, ...named: readonly string[]];

const mistakes: readonly Mistake[] = [
  ['run --filtr POL-30', '--filtr', '--filter'],
  ['list --jsn', '--jsn', '--json'],
  ['replay a.json --profile smoke', '--profile'],
  ['rnu', '"rnu"', '"run"'],
  ['replay', 'file'],
  ['run --profile smok', '--profile', 'smoke, ci, nightly', 'Did you mean "smoke"?'],
  ['serve --model-revision 2025-02-12', '--model-revision', 'Did you mean "2025-02-11"'],
  ['dif --left builtin', '"dif"', '"diff"'],
  ['serve --prt 1', '--prt', '--port'],
  ['run --level note', '--level', 'must, any-of'],
  ['run --seed one', '--seed one'],
  ['run --seed -1', '--seed -1'],
  ['run --seed 4294967296', '--seed 4294967296'],
  ['run --seed', '--seed'],
  ['run --runs 0', '--runs 0'],
  ['run --max-calls 0', '--max-calls 0'],
  ['run --rate fast', '--rate fast'],
  ['run --rate 0', '--rate 0'],
  ['run --max-time 10', '--max-time 10', '10m'],
  ['run --call-timeout soon', '--call-timeout soon'],
  ['run --settle-ms -5', '--settle-ms -5'],
  ['run --grantee-account 44445555666', '--grantee-account 44445555666', '12 digits'],
  ['run --grantee-account 111122223333', '--grantee-account 111122223333', 'another one that exists'],
  ['replay a.json --organization o-ABC', '--organization o-ABC', 'o-a1b2c3d4e5'],
  ['diff --left builtin --right builtin --organization o-123456789', '--organization o-123456789', '10 to 32'],
  ['run --report pdf=x.pdf', '--report pdf=x.pdf', 'json, junit, console, markdown, html, badge, matrix'],
  ['run --report badge=x.png', '--report badge=x.png', '.svg or .json'],
  ['run --shard 3/2', '--shard 3/2', '2/5'],
  ['run --shard 0/2', '--shard 0/2', '2/5'],
  ['run --shard half', '--shard half', '2/5'],
  ['report htlm results.json', 'htlm', 'html'],
  ['report html', 'results'],
  ['report matrix a.json -o x.png', '--output x.png', '.md or .html or .json'],
  ['run --report junti=x.xml', '--report junti=x.xml', '"junit"'],
  ['run --capability statess=yes', '--capability statess=yes', '"states"'],
  ['run --capability states=maybe', '--capability states=maybe', 'NAME=yes'],
  ['run --region us-east', '--region us-east'],
  ['run --target bultin', '--target bultin', '"builtin"'],
  ['run --target localhost:5000', '--target localhost:5000', 'http://127.0.0.1:5000'],
  ['run --target driver:my-driver', 'driver:my-driver', '--endpoint', 'http://127.0.0.1:5000'],
  ['run --target driver: --endpoint http://127.0.0.1:1', 'driver:', 'command'],
  ['run --target driver:my-driver --endpoint localhost:5000', '--endpoint localhost:5000', 'http://127.0.0.1:5000'],
  ['run --endpoint http://127.0.0.1:1', '--endpoint http://127.0.0.1:1', '--target driver:COMMAND'],
  ['diff --left driver:my-driver --right builtin', '--left driver:my-driver', '"run"'],
  ['driver check', 'command'],
  ['driver check my-driver -v', '-v'],
  ['run --ca-file missing.pem', '--ca-file missing.pem'],
  ['run --filter POL-3O', '--filter POL-3O', '"POL-30"'],
  ['run --filter put-policy/replace-the-policy', '"put-policy/replaces-the-policy"'],
  ['run --filter POL-30 --filter nothing-like-it', '--filter nothing-like-it', 'list'],
];

describe('a mistake in the arguments', () => {
  test.concurrent.for(mistakes)('%s: is named, with exit 2', async ([words, ...named], { folder }) => {
    const { code, stdout, stderr } = await runInProcess(words.split(' '), { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const part of named) expect(stderr).toContain(part);
    // A message for the user, not a stack trace.
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.concurrent.for(['--filter nothing-like-it', '--report x=y'])(
    '%s: sends nothing to the target',
    async (words, { folder, serve }) => {
      const service = await serve();
      const { code } = await runInProcess(['run', '--target', service.url, ...words.split(' ')], { cwd: folder });
      expect({ code, calls: service.callCount() }).toEqual({ code: 2, calls: 0 });
    },
  );
});

describe('a target that is not on this machine', () => {
  const foreign = [
    ['http://example.com', 'example.com'],
    ['http://127.0.0.1.example.com:5000/', '127.0.0.1.example.com'],
    ['http://localhost@example.com/', 'example.com'],
  ] as const;

  test.concurrent('is refused with exit 6 if a driver is to call it', async ({ folder }) => {
    const args = ['run', '--target', 'driver:touch started', '--endpoint', 'http://example.com'];
    const { code, stdout, stderr } = await runInProcess(args, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toContain('--allow-host example.com');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.concurrent.for(foreign)('%s is refused with exit 6', async ([target, host], { folder }) => {
    const { code, stdout, stderr } = await runInProcess(['run', '--target', target], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toContain('nothing was sent');
    expect(stderr).toContain(`--allow-host ${host}`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a report that cannot be written', () => {
  const impossible = [
    ['--out plain/below', 'plain/below'],
    ['--out plain', 'plain'],
    ['--report junit=/dev/null/x.xml', '/dev/null/x.xml'],
    ['--report json=plain/x.json', 'plain/x.json'],
    ['--report console=taken', 'taken'],
  ] as const;

  test.concurrent.for(impossible)('%s: ends with exit 7 before anything is sent', async (row, { folder, serve }) => {
    const [words, path] = row;
    writeFileSync(join(folder, 'plain'), 'a file, not a folder');
    mkdirSync(join(folder, 'taken'));
    const service = await serve();
    const { code, stderr } = await runInProcess(['run', '--target', service.url, ...words.split(' ')], { cwd: folder });
    expect({ code, calls: service.callCount() }).toEqual({ code: 7, calls: 0 });
    expect(stderr).toContain(path);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readFileSync(join(folder, 'plain'), 'utf8')).toBe('a file, not a folder');
  });

  test.concurrent('is named with exit 7 at the end, and the other reports are written', async ({ folder }) => {
    mkdirSync(join(folder, 'out/junit.xml'), { recursive: true });
    const args = ['run', '--profile', 'smoke', '--filter', 'put-policy/replaces-the-policy', '--out', 'out'];
    const { code, stdout } = await runInProcess(args, { cwd: folder });
    expect(code).toBe(7);
    expect(stdout).toContain('out/junit.xml');
    expect(readResults(join(folder, 'out'))).toMatchObject({ exit: { code: 7 }, summary: { verdicts: { pass: 1 } } });
  });

  test.concurrent('that is the log of events ends with exit 7, and the report says so', async ({ folder }) => {
    mkdirSync(join(folder, 'out/events.ndjson'), { recursive: true });
    const { code, stdout } = await runInProcess(['run', '--filter', 'PP-01', '--out', 'out'], { cwd: folder });
    expect(code).toBe(7);
    expect(stdout).toContain('events.ndjson');
    expect(readResults(join(folder, 'out'))).toMatchObject({ exit: { code: 7 }, summary: { verdicts: { pass: 0 } } });
  });
});

describe('a question about the command itself', () => {
  test.concurrent.for(['help', 'run --help', 'replay --help'])(
    '%s: is answered with exit 0',
    async (words, { folder }) => {
      const { code, stdout, stderr } = await runInProcess(words.split(' '), { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('Usage: pca-conformance');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test.concurrent('--help names every command', async ({ folder }) => {
    const { stdout } = await runInProcess(['--help'], { cwd: folder });
    for (const command of ['run', 'list', 'replay']) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  test.concurrent(
    '--version prints the versions of the suite, of its requirements and of Node.js',
    async ({ folder }) => {
      const { code, stdout } = await runInProcess(['--version'], { cwd: folder });
      const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
      expect(code).toBe(0);
      const [suite = '', ...others] = stdout.trim().split('\n');
      expect(manifest).toMatchObject({ version: suite.replace('pca-conformance ', '') });
      expect(others).toEqual([`requirement set ${requirementSet.revision}`, `Node.js ${process.version}`]);
    },
  );

  test.concurrent('list names each requirement with its level and its checks', async ({ folder }) => {
    const { code, stdout, stderr } = await runInProcess(['list'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^POL-30 +any-of .*\n +policy-content\/rejects-other-effects/m);
    expect(stdout).toMatch(/^RAM-01 .*\n +not-testable: /m);
    expect(readdirSync(folder)).toEqual([]);
  });
});
