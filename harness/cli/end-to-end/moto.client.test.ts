// moto, a real emulator, judged by the command line: it behaves as its published results say.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { resultsSchema, type FailureReport, type Report } from '../../files/report.js';
import { readResults, temporaryFolder, test, type TemporaryFolder } from '../../testing/cli-test.js';
import { findMoto } from '../../testing/moto-server.js';
import { runCli, runLine, type CliResult } from '../../testing/run-cli.js';

/** Requirements that moto 5.2 is known to break. */
const broken = ['POL-05', 'POL-30', 'ST-05', 'ARN-02', 'POL-02', 'POL-03', 'WIRE-10'];

/** Requirements that it keeps. */
const kept = ['PP-01', 'GP-01', 'GP-03', 'DP-01', 'DP-02', 'WIRE-02', 'WIRE-03', 'WIRE-04', 'WIRE-08', 'WIRE-11'];

const maxProgramLength = 3;

const path = findMoto();
const isRequired = process.env['CI'] === 'true';
const isSkipped = path === undefined && !isRequired;
const reason = isSkipped ? ' (skipped: it is not installed, see npm run install:moto)' : '';

describe.skipIf(isSkipped)(`moto${reason}`, () => {
  let home: TemporaryFolder;
  let ended: CliResult;
  let results: Report;

  beforeAll(async () => {
    if (path === undefined) throw new Error('moto is required where CI=true; run .ci/install-moto.');
    home = temporaryFolder();
    const options = ['--emulator', 'moto', '--emulator-program', path, '--seed', '1', '--out', 'out'];
    ended = await runCli(['run', ...options], { cwd: home.path });
    results = readResults(join(home.path, 'out'));
  });

  afterAll(() => home?.remove());

  test('diverges, with exit 1', () => {
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(results).toMatchObject({ exit: { code: 1 }, run: { complete: true }, leftovers: [], faults: [] });
  });

  test.for(broken)('is shown to break %s in at most three calls', (requirement) => {
    const failures = failuresOf(results, requirement);
    expect(failures.length).toBeGreaterThan(0);
    for (const { program, replay } of failures) {
      expect(program.length).toBeGreaterThan(0);
      expect(program.length).toBeLessThanOrEqual(maxProgramLength);
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

  test('makes keys of other accounts', async () => {
    const words = ['doctor', '--emulator', 'moto', '--emulator-program', path ?? ''];
    const { stdout } = await runCli(words, { cwd: home.path });
    expect(stdout).toContain('grantee in 222222222222, grantee2 in 222222222222, third in 333333333333');
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
});

function failuresOf({ checks }: Report, requirement: string): readonly FailureReport[] {
  return checks
    .filter((check) => check.requirement === requirement && check.verdict === 'fail')
    .flatMap(({ failures }) => failures);
}

/** The verdict of each check, and the input classes on which it fails. */
function findingsOf({ checks }: Report): unknown {
  return checks.map(({ id, verdict, failures }) => ({
    id,
    verdict,
    failures: new Set(failures.map(({ inputClass }) => inputClass)),
  }));
}
