// `report` on the results of real runs: pages, matrix, trend, diff, merged shards.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { badgeSchema } from '../../files/badge.js';
import { matrixSchema } from '../../files/matrix.js';
import { resultsSchema, type Report } from '../../files/report.js';
import { readXml } from '../../../reports/testing/well-formed-xml.js';
import { readResults, temporaryFolder, test, type TemporaryFolder } from '../../testing/cli-test.js';
import { startFakeService, type FakeService } from '../../testing/fake-service.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import type { CliResult } from '../../testing/run-cli.js';
import { asSeenIn, runInProcess } from '../../testing/run-in-process.js';

const some = ['--profile', 'smoke', '--seed', '1', '--filter', 'POL-0*', '--filter', 'PP-*', '--filter', 'RAM-01'];

let home: TemporaryFolder;
let faulty: FakeService;
let good: Report;
let bad: Report;

beforeAll(async () => {
  home = temporaryFolder();
  faulty = await startFakeService({ service: acceptsEveryPolicy });
  await Promise.all([
    runInProcess(['run', ...some, '--out', 'good'], { cwd: home.path }),
    runInProcess(['run', ...some, '--target', faulty.url, '--out', 'bad'], { cwd: home.path }),
  ]);
  good = readResults(join(home.path, 'good'));
  bad = readResults(join(home.path, 'bad'));
});

afterAll(async () => {
  await faulty?.stop();
  home?.remove();
});

const goodPath = 'good/results.json';
const badPath = 'bad/results.json';

async function report(...words: readonly string[]): Promise<CliResult> {
  return runInProcess(['report', ...words], { cwd: home.path });
}

/** Writes results next to those of the runs, and returns the path. */
function save(name: string, results: unknown): string {
  writeFileSync(join(home.path, name), typeof results === 'string' ? results : JSON.stringify(results));
  return name;
}

describe('one run as another kind of report', () => {
  test('is the file that the run wrote', async () => {
    const files = { html: 'report.html', markdown: 'summary.md', junit: 'junit.xml' };
    for (const [kind, file] of Object.entries(files)) {
      const { code, stdout, stderr } = await report(kind, badPath);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const written = readFileSync(join(home.path, 'bad', file), 'utf8');
      expect(stdout, kind).toBe(asSeenIn(home.path, written));
    }
  });

  test('is written to a file, in a new folder', async () => {
    const { code, stdout } = await report('html', goodPath, '-o', 'pages/of/good.html');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(join(home.path, 'pages/of/good.html'), 'utf8')).toContain('<h1>Conforms</h1>');
  });

  test('badge is an image, or JSON, by the name of the file', async () => {
    const { stdout } = await report('badge', badPath);
    expect(readXml(stdout.trim())[0]).toMatchObject({ name: 'svg' });
    expect((await report('badge', goodPath, '-o', 'badge.json')).code).toBe(0);
    const badge = badgeSchema.parse(JSON.parse(readFileSync(join(home.path, 'badge.json'), 'utf8')));
    expect(badge).toMatchObject({ color: 'brightgreen', message: expect.stringContaining('conforms') });
  });

  test('that cannot be written ends with exit 7', async () => {
    const { code, stderr } = await report('html', goodPath, '-o', 'good/results.json/below.html');
    expect(code).toBe(7);
    expect(stderr).toContain('below.html was not written');
  });
});

describe('the matrix', () => {
  test('has a column for each target, in the form that the name of the file selects', async () => {
    const { stdout } = await report('matrix', goodPath, badPath);
    expect(stdout).toMatch(/^\| POL-05 \| must \| .* \| pass \| \*\*fail\*\* \|$/m);
    for (const name of ['matrix.md', 'matrix.html', 'matrix.json']) {
      expect((await report('matrix', goodPath, badPath, '-o', name)).code).toBe(0);
    }
    expect(readFileSync(join(home.path, 'matrix.md'), 'utf8')).toBe(stdout);
    expect(readFileSync(join(home.path, 'matrix.html'), 'utf8')).toContain('<h1>2 targets');
    const matrix = matrixSchema.parse(JSON.parse(readFileSync(join(home.path, 'matrix.json'), 'utf8')));
    expect(matrix.targets.map(({ target }) => target)).toEqual(['builtin', faulty.url]);
    expect(matrix.requirements.find(({ requirement }) => requirement === 'RAM-01')?.verdicts).toEqual([
      'not-testable',
      'not-testable',
    ]);
  });

  test('refuses runs that judged by different requirements', async () => {
    const old = save('old-set.json', { ...good, requirementSet: { ...good.requirementSet, revision: '2025-01' } });
    const { code, stdout, stderr } = await report('matrix', badPath, old);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const part of ['old-set.json', 'requirementSet.revision', '2025-01', '2026-11-28'])
      expect(stderr).toContain(part);
  });
});

describe('the trend', () => {
  test('goes through the runs of each target by date, with what changed', async () => {
    const earlier = { ...bad, run: { ...bad.run, startedAt: '2020-01-01T00:00:00.000Z' } };
    const later = save('later.json', { ...good, target: { ...good.target, name: bad.target.name } });
    const { code, stdout } = await report('trend', later, save('earlier.json', earlier), goodPath);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.findIndex((line) => line.includes('2020-01-01'))).toBe(lines.indexOf(faulty.url) + 1);
    expect(stdout).toMatch(/newly passing: POL-05 policy-text\/rejects-non-object-json: fail -> pass/);
    expect((await report('trend', later, 'earlier.json', '-o', 'trend.html')).code).toBe(0);
    expect(readFileSync(join(home.path, 'trend.html'), 'utf8')).toContain('<polyline class="divergence"');
  });
});

describe('the difference of two runs', () => {
  test('from good to bad names what newly fails: exit 1', async () => {
    const { code, stdout } = await report('diff', goodPath, badPath);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^newly failing \(\d+\)\n( {2}.*\n)* {2}POL-05 .*: pass -> fail$/m);
  });

  test('from bad to good names what newly passes: exit 0', async () => {
    const onSameTarget = save('mended.json', { ...good, checks: bad.checks.map((check) => mended(check)) });
    const { code, stdout } = await report('diff', badPath, onSameTarget);
    expect(stdout).toContain('newly passing');
    expect(code).toBe(0);
  });

  test('that lost a check is exit 1, whether it is absent or not judged', async () => {
    const [first, ...rest] = good.checks;
    const absent = save('absent.json', { ...good, checks: rest });
    const vacuous = save('vacuous.json', {
      ...good,
      checks: [{ ...first, verdict: 'vacuous', reason: 'why' }, ...rest],
    });
    for (const path of [absent, vacuous]) {
      const { code, stdout } = await report('diff', goodPath, path);
      expect(code, path).toBe(1);
      expect(stdout).toContain(`checks lost (1)\n  ${first?.requirement} ${first?.id}: pass -> `);
    }
  });

  test('of a run and itself is nothing: exit 0', async () => {
    const { code, stdout } = await report('diff', badPath, badPath);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing changed') });
  });
});

function mended(check: Report['checks'][number]): Report['checks'][number] {
  return check.verdict === 'fail' ? { ...check, verdict: 'pass', failures: [] } : check;
}

describe('the parts of a run', () => {
  const part = (index: number, count = 3): string => `part-${index}-of-${count}/results.json`;

  beforeAll(async () => {
    for (const index of [1, 2, 3]) {
      const out = `part-${index}-of-3`;
      await runInProcess(['run', ...some, '--shard', `${index}/3`, '--target', faulty.url, '--out', out], {
        cwd: home.path,
      });
    }
  });

  test('merge into the whole, in any order: the exit code is that of the whole', async () => {
    const { code, stdout } = await report('merge', part(2), part(3), part(1));
    const merged = resultsSchema.parse(JSON.parse(stdout));
    expect(merged.checks.map(({ id, verdict }) => [id, verdict])).toEqual(
      bad.checks.map(({ id, verdict }) => [id, verdict]),
    );
    expect(merged.summary).toEqual(bad.summary);
    expect({ code, exit: merged.exit }).toEqual({ code: 1, exit: bad.exit });
    expect(merged.run.shard).toBeUndefined();
    const calls = [1, 2, 3].map((index) => readResults(join(home.path, `part-${index}-of-3`)).run.calls);
    expect(merged.run.calls).toBe(calls.reduce((sum, each) => sum + each, 0));
    expect((await report('merge', part(1), part(2), part(3), '-o', 'merged.json')).code).toBe(1);
    expect(existsSync(join(home.path, 'merged.json'))).toBe(true);
  });

  test('are each only a part', () => {
    const parts = [1, 2, 3].map((index) => readResults(join(home.path, `part-${index}-of-3`)));
    for (const { checks, run } of parts) {
      expect(checks.length).toBeLessThan(bad.checks.length);
      expect(run.shard?.manifest).toEqual(bad.checks.map(({ id }) => id));
    }
    expect(parts.flatMap(({ checks }) => checks).length).toBe(bad.checks.length);
  });

  type Change = (results: Report) => unknown;
  const shardWith =
    (change: object): Change =>
    (results) => ({
      ...results,
      run: { ...results.run, shard: { ...results.run.shard, ...change } },
    });
  const wrong: readonly (readonly [string, readonly string[], Change | undefined, ...string[]])[] = [
    ['one is missing', [part(1), part(3)], undefined, 'Part 2 of 3', '--shard 2/3'],
    ['one comes twice', [part(1), part(2), part(2), part(3)], undefined, part(2), 'run.shard.index'],
    ['one is a whole run', [part(1), goodPath], undefined, goodPath, 'run.shard'],
    ['one has another seed', [part(1), part(2), 'changed.json'], seeded, 'changed.json', 'run.seed'],
    ['one has another manifest', [part(1), part(2), 'changed.json'], shardWith({ manifest: [] }), 'run.shard.manifest'],
    [
      'one lost a row',
      [part(1), part(2), 'changed.json'],
      (results) => ({ ...results, checks: [] }),
      'lack',
      'manifest',
    ],
    ['one has a row of another', [part(1), part(2), 'changed.json'], () => doubled(), 'changed.json', 'holds too'],
  ];

  function seeded(results: Report): unknown {
    return { ...results, run: { ...results.run, seed: 99 } };
  }

  function doubled(): unknown {
    const [other, own] = [readResults(join(home.path, 'part-1-of-3')), readResults(join(home.path, 'part-3-of-3'))];
    return { ...own, checks: [...own.checks, ...other.checks] };
  }

  test.for(wrong)('are refused if %s: exit 2', async ([, paths, change, ...named]) => {
    if (change !== undefined) save('changed.json', change(readResults(join(home.path, 'part-3-of-3'))));
    const { code, stdout, stderr } = await report('merge', ...paths);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const name of named) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('a failing check of a client as an issue', () => {
  const published = fileURLToPath(new URL('../../../reports/published/sdk-go.json', import.meta.url));

  test('has the answer of the service in bytes, and what the client printed', async () => {
    const { code, stdout } = await report('issue', published, '--check', 'sdk-cbor/survives-unexpected-members');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# ACM PCA client: the process of the client ended: exit code 2 \(/);
    expect(stdout).toContain('the client printed: panic: runtime error: invalid memory address');
    expect(stdout).toContain('body {"x": 10}, in bytes a161780a');
    expect(stdout).toContain('## Other cases\n\n- DeletePolicy');
    expect(stdout).not.toMatch(/[^\n -~]/);
  });

  test('that did not fail is a mistake, and the message names those that did', async () => {
    const { code, stderr } = await report('issue', published, '--check', 'sdk-cbor/follows-one-protocol');
    expect(code).toBe(2);
    expect(stderr).toContain('those are sdk-cbor/survives-unexpected-members, sdk-cbor/takes-nothing');
  });
});

describe('a file without results', () => {
  const broken: readonly (readonly [string, unknown, ...string[]])[] = [
    ['is missing', undefined, 'cannot be read', '.pca/last/results.json'],
    ['is no JSON', '{"schema": ', 'is not JSON'],
    ['is a list', [], 'the member schema is missing'],
    ['is of another schema', { schema: 'pca-conformance/case/1' }, 'pca-conformance/case/1', 'Give the results.json'],
    ['is of another version', { schema: 'pca-conformance/results/3' }, 'results/3', 'results/2', 'version'],
    ['lacks a member', { schema: 'pca-conformance/results/2' }, 'requirementSet', 'run'],
  ];
  const commands = ['html', 'markdown', 'junit', 'badge', 'matrix', 'trend', 'diff', 'merge'];

  test.for(broken)('that %s is named with the fault and the fix: exit 2', async ([what, content, ...named]) => {
    const file = `${what.replaceAll(' ', '-')}.json`;
    if (content !== undefined) save(file, content);
    for (const command of commands) {
      const { code, stdout, stderr } = await report(command, ...(command === 'diff' ? [goodPath] : []), file);
      expect({ command, code, stdout }).toEqual({ command, code: 2, stdout: '' });
      for (const part of [file, ...named]) expect(stderr).toContain(part);
      expect(stderr).not.toMatch(/^ {4}at /m);
    }
  });

  test('that was edited is named with each wrong member', async () => {
    const file = save('edited.json', { ...good, run: { ...good.run, calls: 'many' }, extra: 1 });
    const { code, stderr } = await report('html', file);
    expect(code).toBe(2);
    for (const part of ['edited.json', 'run.calls', 'extra']) expect(stderr).toContain(part);
  });
});

describe('in a job of GitHub', () => {
  test('the summary is added to that of the job, and failures are annotated', async ({ folder }) => {
    writeFileSync(join(folder, 'summary'), 'before\n');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    const args = ['run', '--target', faulty.url, '--profile', 'smoke', '--filter', 'POL-05', '--out', 'out'];
    const { code, stdout } = await runInProcess(args, { cwd: folder, env });
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toBe(
      `before\n${readFileSync(join(folder, 'out/summary.md'), 'utf8')}`,
    );
    const [, word = ''] = /^::stop-commands::([0-9a-f]{32})\n/.exec(stdout) ?? [];
    const [inside = '', after = ''] = stdout.split(`\n::${word}::\n`);
    expect(inside).toContain('FAIL POL-05');
    expect(after).toMatch(/^::error title=POL-05 [^\n]+\n$/);
  });

  test('the report on stdout stays JSON', async ({ folder }) => {
    const args = ['run', '--profile', 'smoke', '--filter', 'PP-01', '--json'];
    const { stdout } = await runInProcess(args, { cwd: folder, env: { GITHUB_ACTIONS: 'true' } });
    expect(resultsSchema.parse(JSON.parse(stdout)).exit.code).toBe(0);
  });

  test('a summary that cannot be written is named, with exit 7', async ({ folder }) => {
    const env = { GITHUB_STEP_SUMMARY: '/dev/null/summary' };
    const { code, stdout } = await runInProcess(['run', '--filter', 'PP-01', '--out', 'out'], { cwd: folder, env });
    expect({ code, stdout }).toMatchObject({ code: 7, stdout: expect.stringContaining('/dev/null/summary') });
  });
});
