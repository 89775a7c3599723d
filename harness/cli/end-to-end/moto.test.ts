// moto, a real emulator, judged by the command line: from the repository, where it does what is published of it, and from the
// package as it is published.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { resultsSchema, type FailureReport, type Report } from '../../files/report.js';
import { readResults, temporaryFolder, test, type TemporaryFolder } from '../../testing/cli-test.js';
import { findMoto, startMoto } from '../../testing/moto-server.js';
import { runCli, runLine, startProcess, type CliResult } from '../../testing/run-cli.js';

/** Requirements that moto 5.2 is known to break. */
const broken = ['POL-05', 'POL-30', 'ST-05', 'ARN-02', 'POL-02', 'POL-03', 'WIRE-10'];

/** Requirements that it keeps. */
const kept = ['PP-01', 'GP-01', 'GP-03', 'DP-01', 'DP-02', 'WIRE-02', 'WIRE-03', 'WIRE-04', 'WIRE-08', 'WIRE-11'];

const longestProgram = 3;

const path = findMoto();
const isRequired = process.env['CI'] === 'true';
const isSkipped = path === undefined && !isRequired;
const reason = isSkipped ? ' (skipped: it is not installed, see npm run install:moto)' : '';

describe.skipIf(isSkipped)(`moto${reason}`, () => {
  let home: TemporaryFolder;
  let packaged: Promise<PackagedRun>;
  let ended: CliResult;
  let results: Report;

  beforeAll(async () => {
    if (path === undefined) throw new Error('moto is required where CI=true; run .ci/install-moto.');
    home = temporaryFolder();
    packaged = runInstalled(join(home.path, 'elsewhere'), path);
    // A failure belongs to the test that awaits it.
    packaged.catch(() => undefined);
    const options = ['--emulator', 'moto', '--emulator-program', path, '--seed', '1', '--out', 'out'];
    ended = await runCli(['run', ...options], { cwd: home.path });
    results = readResults(join(home.path, 'out'));
  });

  afterAll(async () => {
    await Promise.allSettled([packaged]);
    home?.remove();
  });

  test('diverges, with exit 1', () => {
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(results).toMatchObject({ exit: { code: 1 }, run: { complete: true }, leftovers: [], faults: [] });
  });

  test.for(broken)('is shown to break %s in at most three calls', (requirement) => {
    const failures = failuresOf(results, requirement);
    expect(failures.length).toBeGreaterThan(0);
    for (const { program, replay } of failures) {
      expect(program.length).toBeGreaterThan(0);
      expect(program.length).toBeLessThanOrEqual(longestProgram);
      expect(replay).toContain('--target emulator:moto');
    }
    expect(ended.stdout).toContain(`FAIL ${requirement} `);
  });

  test.for(kept)('keeps %s', (requirement) => {
    const checks = results.checks.filter((check) => check.requirement === requirement && check.level !== 'note');
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ verdict: 'pass', reason: null });
  });

  test('does what is published of it', () => {
    const file = fileURLToPath(new URL('../../../reports/published/moto.json', import.meta.url));
    const published = resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(findingsOf(results)).toEqual(findingsOf(published));
  });

  test('leaves no check that can fail without a verdict', () => {
    const undecided = results.checks.filter(
      ({ level, verdict }) => level !== 'note' && (verdict === 'vacuous' || verdict === 'indeterminate'),
    );
    expect(undecided.map(({ id, verdict, reason: why }) => ({ id, verdict, why }))).toEqual([]);
  });

  test('still fails by the line that the report gives', async () => {
    const [failure] = failuresOf(results, 'POL-05');
    const { code, stdout } = await runLine(failure?.replay ?? '', { cwd: home.path });
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('STILL FAILS') });
  });

  test('is judged alike by the installed package, which writes nothing into itself', async () => {
    const { ended: there, filesBefore, filesAfter } = await packaged;
    expect(there).toMatchObject({ code: 1, stderr: expect.stringContaining('exit 1: ') });
    const { checks } = resultsSchema.parse(JSON.parse(there.stdout));
    const here = new Map(results.checks.map(({ id, verdict }) => [id, verdict]));
    expect(checks.length).toBeGreaterThan(20);
    expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual(checks.map(({ id }) => [id, here.get(id)]));
    expect(filesBefore).toContain('pca-conformance/dist/harness/cli/main.js');
    expect(filesAfter).toEqual(filesBefore);
  });
});

function failuresOf({ checks }: Report, requirement: string): readonly FailureReport[] {
  return checks
    .filter((check) => check.requirement === requirement && check.verdict === 'fail')
    .flatMap(({ failures }) => failures);
}

/** Of each check the verdict, and the input classes on which it fails. */
function findingsOf({ checks }: Report): unknown {
  return checks.map(({ id, verdict, failures }) => ({
    id,
    verdict,
    failures: new Set(failures.map(({ inputClass }) => inputClass)),
  }));
}

interface PackagedRun {
  readonly ended: CliResult;
  /** What lies below node_modules. */
  readonly filesBefore: readonly string[];
  readonly filesAfter: readonly string[];
}

/** Some requirements of each kind: that the package is whole does not take all of them. */
const askedOfPackage = ['PP-*', 'GP-*', 'DP-*', 'ARN-*', 'WIRE-*'].flatMap((glob) => ['--filter', glob]);

/** Installs the package in a new folder, as it would be published, and judges moto from there. */
async function runInstalled(folder: string, program: string): Promise<PackagedRun> {
  await installPackage(folder);
  const modules = join(folder, 'node_modules');
  const filesBefore = filesBelow(modules);
  const bin = join(modules, '.bin/pca-conformance');
  const moto = await startMoto(program);
  const args = ['run', '--target', moto.url, '--profile', 'smoke', '--seed', '1', ...askedOfPackage, '--json'];
  const { result } = await startProcess(bin, args, { cwd: folder });
  const ended = await result;
  await moto.stop();
  return { ended, filesBefore, filesAfter: filesBelow(modules) };
}

async function installPackage(folder: string): Promise<void> {
  const packed = join(folder, 'packed');
  mkdirSync(packed, { recursive: true });
  // A build would take dist away from the tests that run at the same time.
  const repository = fileURLToPath(new URL('../../../', import.meta.url));
  await npm(['pack', '--ignore-scripts', '--pack-destination', packed], repository);
  const [tarball = ''] = readdirSync(packed);
  // Whoever installs the package has configurations of their own, which are none of its business.
  for (const name of ['vitest.config.js', 'vite.config.js']) {
    writeFileSync(join(folder, name), `throw new Error('${name} was loaded.');\n`);
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', join(packed, tarball)], folder);
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const { result } = await startProcess('npm', args, { cwd });
  const { code, stdout, stderr } = await result;
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
