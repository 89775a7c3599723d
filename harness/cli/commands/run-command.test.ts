// `run` on the built-in target: what it prints, what it writes, what a seed repeats.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { checksOf } from '../../../suites/all-checks.js';
import { newestModelRevision } from '../../api/service-model.js';
import { resultsSchema, type Report } from '../../files/report.js';
import { casesPerInputClass } from '../../run/session/run-config.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runInProcess } from '../../testing/run-in-process.js';

describe('a run on the built-in target', () => {
  test.concurrent('conforms, sums up what it did, and leaves its files', async ({ folder }) => {
    const { code, stdout } = await runInProcess(smoke('--seed', '1', '--out', 'out'), { cwd: folder });
    expect(code).toBe(0);
    for (const part of ['target builtin', 'seed 1', 'divergence 0.0 %', 'coverage', 'files in out', 'exit 0: ']) {
      expect(stdout).toContain(part);
    }
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'events.ndjson',
      'junit.xml',
      'report.html',
      'results.json',
      'summary.md',
    ]);
    const results = readResults(join(folder, 'out'));
    expect(results).toMatchObject({
      exit: { code },
      run: { seed: 1, profile: 'smoke', complete: true, stopped: null },
      leftovers: [],
      faults: [],
    });
    expectEveryCheckPassed(results);
  });

  test.concurrent('is the default command, with the files below .pca/last', async ({ folder }) => {
    const { code, stdout } = await runInProcess([], { cwd: folder });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('--target http://') });
    expect(readResults(join(folder, '.pca/last'))).toMatchObject({ target: { name: 'builtin' }, exit: { code: 0 } });
  });

  test.concurrent('prints the report and nothing else with --json', async ({ folder }) => {
    const args = smoke('--filter', 'POL-*', '--json', '--out', 'out');
    const { code, stdout, stderr } = await runInProcess(args, { cwd: folder });
    expect(code).toBe(0);
    expect(resultsSchema.parse(JSON.parse(stdout))).toEqual(readResults(join(folder, 'out')));
    expect(stderr).toContain('exit 0: ');
  });

  test.concurrent('writes the requested reports, and creates their folders', async ({ folder }) => {
    const files = ['json=json', 'junit=junit', 'console=console', 'markdown=md', 'html=html'];
    const formed = [
      'badge=badge.svg',
      'badge=badge.json',
      'matrix=matrix.md',
      'matrix=matrix.html',
      'matrix=matrix.json',
    ];
    const reports = [...files, ...formed].flatMap((file) => ['--report', file.replace('=', '=reports/of/')]);
    const { code } = await runInProcess(smoke('--filter', 'PP-01', ...reports), { cwd: folder });
    expect(code).toBe(0);
    for (const file of [...files, ...formed]) {
      expect(existsSync(join(folder, 'reports/of', file.replace(/^.*=/, ''))), file).toBe(true);
    }
    expect(readFileSync(join(folder, 'reports/of/console'), 'utf8')).toContain('exit 0: ');
  });

  test.concurrent('runs only the checks that a filter names', async ({ folder }) => {
    await runInProcess(smoke('--filter', 'pol-3?', '--filter', 'put-policy/*', '--out', 'out'), { cwd: folder });
    const { checks, run } = readResults(join(folder, 'out'));
    expect(run.filters).toEqual(['pol-3?', 'put-policy/*']);
    expect(checks.some(({ requirement }) => requirement === 'POL-30')).toBe(true);
    expect(checks.some(({ id }) => id.startsWith('put-policy/'))).toBe(true);
    for (const { id, requirement } of checks) expect(`${requirement} ${id}`).toMatch(/^POL-3\d | put-policy\//);
  });
});

describe('the profile nightly', () => {
  test.concurrent('continues with random cases until its budget ends, and then conforms', async ({ folder }) => {
    const maxCalls = 10_000;
    const only = ['--filter', 'PP-*', '--filter', 'POL-28'];
    const args = ['run', '--profile', 'nightly', ...only, '--max-calls', String(maxCalls), '--out', 'out'];
    const { code } = await runInProcess(args, { cwd: folder });
    const { run, checks } = readResults(join(folder, 'out'));
    expect({ code, complete: run.complete, stopped: run.stopped }).toEqual({ code: 0, complete: true, stopped: null });
    // Removing CAs does not count against the budget.
    expect(run.calls).toBeGreaterThanOrEqual(maxCalls);
    expect(
      checks.flatMap(({ inputClasses }) => inputClasses).some(({ cases }) => cases > casesPerInputClass.nightly),
    ).toBe(true);
    // Cases that pass in phase `random` are not logged, or a nightly run would fill the disk.
    expect(casesOf(join(folder, 'out')).filter((line) => line.includes('"phase":"random"'))).toEqual([]);
  });
});

describe('--stats', () => {
  test.concurrent('prints the result of each input class', async ({ folder }) => {
    const { stdout } = await runInProcess(smoke('--filter', 'PP-01', '--runs', '3', '--stats'), { cwd: folder });
    expect(stdout).toMatch(/input class +cases +observed +rejected +distinct\nput-policy\/replaces-the-policy\n/);
    expect(stdout).toMatch(/\n {2}replace\/once +3 +3 +0 +3\n/);
    expect(stdout).toMatch(/\n {2}all \d+ classes +\d+ +\d+ +0 +\d+\n/);
  });
});

describe('a seed', () => {
  test.concurrent('repeats every call and every finding, to the byte; another seed does not', async ({ folder }) => {
    const first = join(folder, 'first');
    const again = join(folder, 'again');
    const other = join(folder, 'other');
    await runInProcess(smoke('--seed', '20', '--out', first), { cwd: folder });
    await runInProcess(smoke('--seed', '20', '--out', again), { cwd: folder });
    await runInProcess(smoke('--seed', '21', '--out', other), { cwd: folder });
    expect(eventsOf(again)).toBe(eventsOf(first));
    expect(withoutTimes(readResults(again))).toEqual(withoutTimes(readResults(first)));
    expect(casesOf(first).length).toBeGreaterThan(100);
    expect(casesOf(other)).not.toEqual(casesOf(first));
  });

  test.concurrent('that is not given is chosen at random, and printed', async ({ folder }) => {
    const outs = [join(folder, 'first'), join(folder, 'second')];
    const seeds: number[] = [];
    for (const out of outs) {
      const { stdout } = await runInProcess(smoke('--filter', 'PP-01', '--out', out), { cwd: folder });
      const { seed } = readResults(out).run;
      expect(stdout).toContain(`seed ${seed}`);
      seeds.push(seed);
    }
    expect(seeds[0]).not.toBe(seeds[1]);
  });
});

/**
 * Every check either passed, with cases for as many input classes as it requires, or needs raw requests, which
 * do not reach a target in process; the remaining rows have no checks.
 */
function expectEveryCheckPassed({ checks }: Report): void {
  const allChecks = checksOf(newestModelRevision);
  expect(allChecks.length).toBeGreaterThanOrEqual(12);
  for (const { id, inputClasses, needs, required = inputClasses.length } of allChecks) {
    const report = checks.find((check) => check.id === id);
    const isSent = !needs?.includes('wire');
    expect(report, id).toMatchObject(isSent ? { verdict: 'pass', required } : { verdict: 'unsupported' });
    if (!isSent) continue;
    // No input class is left out, not even in the smallest profile.
    expect(report?.inputClasses.map((inputClass) => inputClass.id)).toEqual(
      inputClasses.map((inputClass) => inputClass.id),
    );
    for (const { id: inputClass, cases } of report?.inputClasses ?? []) expect(cases, inputClass).toBeGreaterThan(0);
    const observed = report?.inputClasses.filter((inputClass) => inputClass.observed > 0) ?? [];
    expect(observed.length, id).toBeGreaterThanOrEqual(required);
  }
  const others = checks.filter((check) => !allChecks.some(({ id }) => id === check.id));
  expect([...new Set(others.map(({ verdict }) => verdict))].sort()).toEqual(['excluded', 'not-testable']);
}

function smoke(...more: readonly string[]): readonly string[] {
  return ['run', '--profile', 'smoke', ...more];
}

function eventsOf(out: string): string {
  return readFileSync(join(out, 'events.ndjson'), 'utf8');
}

/** What was generated, sent and answered, one line for each case. */
function casesOf(out: string): readonly string[] {
  return eventsOf(out).match(/^\{"event":"case".*$/gm) ?? [];
}

/** Everything in a report except the time and the name of the run. */
function withoutTimes({ run, ...report }: Report): object {
  const { id: _id, startedAt: _startedAt, durationMs: _durationMs, latency: _latency, ...rest } = run;
  return { ...report, run: rest };
}
