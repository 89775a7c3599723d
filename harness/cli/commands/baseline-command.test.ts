// A baseline from the first failing run to the day on which everything is fixed: each step with its exit code.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { readXml } from '../../../reports/testing/well-formed-xml.js';
import { baselineSchema } from '../../files/baseline-file.js';
import type { Report } from '../../files/report.js';
import { readResults, test } from '../../testing/cli-test.js';
import { acceptsEveryPolicy, acceptsOnlyTheseFlaws, refusesOddly } from '../../testing/odd-services.js';
import type { CliResult } from '../../testing/run-cli.js';
import { runInProcess } from '../../testing/run-in-process.js';

interface Ran extends CliResult {
  readonly results: Report;
}

async function run(url: string, folder: string, ...more: readonly string[]): Promise<Ran> {
  const words = [
    '--profile',
    'smoke',
    '--filter',
    'POL-05',
    '--filter',
    'PP-01',
    '--seed',
    '1',
    '--settle-ms',
    '0',
    '--out',
    'out',
  ];
  const ended = await runInProcess(['run', '--target', url, ...words, ...more], { cwd: folder });
  return { ...ended, results: readResults(join(folder, 'out')) };
}

/** A run on a target that fails, and the baseline made of it. */
async function makeBaseline(url: string, folder: string): Promise<void> {
  expect((await run(url, folder)).code).toBe(1);
  const args = ['baseline', 'create', 'out/results.json', '-o', 'baseline.yaml', '--reason', 'version 5 takes all'];
  const { code } = await runInProcess([...args, '--issue', 'https://example.com/1'], { cwd: folder });
  expect(code).toBe(0);
}

type Entry = ReturnType<typeof baselineSchema.parse>['entries'][number];

function entriesIn(folder: string): readonly Entry[] {
  return baselineSchema.parse(parse(readFileSync(join(folder, 'baseline.yaml'), 'utf8'))).entries;
}

function writeEntries(folder: string, entries: readonly unknown[]): void {
  writeFileSync(join(folder, 'baseline.yaml'), stringify({ schema: 'pca-conformance/baseline/1', entries }));
}

const withBaseline = ['--baseline', 'baseline.yaml'];

describe('a run with a baseline', () => {
  test.concurrent(
    'that has every failure ends with exit 0 and lists what is known apart',
    async ({ folder, serve }) => {
      const { url } = await serve({ service: acceptsEveryPolicy });
      await makeBaseline(url, folder);
      const ran = await run(url, folder, ...withBaseline);
      expect(ran.code).toBe(0);
      const { summary, baseline, checks } = ran.results;
      // A known failure is still a divergence.
      expect(summary.divergence).toBeGreaterThan(0);
      expect(baseline).toMatchObject({
        file: join(folder, 'baseline.yaml'),
        knownChecks: summary.verdicts.fail,
        outOfDate: [],
      });
      const replayed = checks.flatMap((check) => check.replayed ?? []);
      expect(replayed.length).toBe(entriesIn(folder).length);
      expect(new Set(replayed.map(({ outcome }) => outcome))).toEqual(new Set(['fails']));
      expect(ran.stdout).not.toMatch(/^FAIL/m);
      expect(ran.stdout).toMatch(/^known policy-text\/.*version 5 takes all \(https:\/\/example\.com\/1\)$/m);
      const elements = readXml(readFileSync(join(folder, 'out/junit.xml'), 'utf8'));
      expect(elements.some(({ name }) => name === 'failure')).toBe(false);
      for (const file of ['summary.md', 'report.html', 'junit.xml']) {
        expect(readFileSync(join(folder, 'out', file), 'utf8'), file).toContain('version 5 takes all');
      }
    },
  );

  test.concurrent('holds for any seed of the next run', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(url, folder);
    expect((await run(url, folder, ...withBaseline, '--seed', '77', '--out', 'elsewhere')).code).toBe(0);
  });

  test.concurrent('that lacks one failure of a check ends with exit 1 for it alone', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(url, folder);
    const [first, ...others] = entriesIn(folder);
    expect(others.length).toBeGreaterThan(0);
    writeEntries(folder, others);
    const ran = await run(url, folder, ...withBaseline);
    expect(ran.code).toBe(1);
    const failing = ran.results.checks.find(({ id }) => id === first?.check);
    expect(failing?.failures[0]).toMatchObject({ signature: first?.signature });
    expect(failing?.failures[0]?.known).toBeUndefined();
    expect(failing?.failures.slice(1).every(({ known }) => known !== undefined)).toBe(true);
    expect(ran.stdout).toMatch(/^FAIL POL-05/m);
  });

  test.concurrent('does not excuse another answer in the same input class', async ({ folder, serve }) => {
    const faulty = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(faulty.url, folder);
    // Still accepts the texts of the baseline, and answers all others with an error that no source allows.
    const texts = entriesIn(folder).flatMap(({ case: { steps } }) =>
      steps.flatMap(({ operation }) => (operation.kind === 'PutPolicy' ? [operation.input.Policy] : [])),
    );
    const worse = await serve({ service: acceptsOnlyTheseFlaws(texts) });
    const ran = await run(worse.url, folder, ...withBaseline, '--seed', '5', '--out', 'elsewhere', '--runs', '20');
    expect(ran.code).toBe(1);
  });

  test.concurrent('ends with exit 3 if the known case fails in another way', async ({ folder, serve }) => {
    const faulty = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(faulty.url, folder);
    const other = await serve({ service: refusesOddly });
    const ran = await run(other.url, folder, ...withBaseline);
    expect(ran.code).toBe(3);
    expect(ran.results.baseline?.outOfDate.map(({ kind }) => kind)).toContain('changed');
    expect(ran.stdout).toContain('fails now as');
  });

  test.concurrent(
    'ends with exit 3 where all is mended, and prune takes the entries out',
    async ({ folder, serve }) => {
      const faulty = await serve({ service: acceptsEveryPolicy });
      await makeBaseline(faulty.url, folder);
      const count = entriesIn(folder).length;
      const text = readFileSync(join(folder, 'baseline.yaml'), 'utf8');
      writeFileSync(join(folder, 'baseline.yaml'), text.replace('entries:', '# ours\nentries:'));
      const mended = await serve();
      const ran = await run(mended.url, folder, ...withBaseline);
      expect(ran.code).toBe(3);
      expect(ran.results.baseline?.outOfDate.length).toBe(count);
      expect(ran.stdout).toContain('fails no longer');
      const check = await runInProcess(['baseline', 'check', 'baseline.yaml', 'out/results.json'], { cwd: folder });
      expect(check.code).toBe(3);
      const prune = await runInProcess(['baseline', 'prune', 'baseline.yaml', 'out/results.json'], { cwd: folder });
      expect(prune).toMatchObject({ code: 0, stdout: expect.stringContaining(`0 of ${count} entries remain`) });
      expect(entriesIn(folder)).toEqual([]);
      expect(readFileSync(join(folder, 'baseline.yaml'), 'utf8')).toContain('# ours');
      expect((await run(mended.url, folder, ...withBaseline)).code).toBe(0);
    },
  );

  test.concurrent('ends with exit 3 for an entry that has expired, and 1 outranks it', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(url, folder);
    const expired = entriesIn(folder).map((entry) => ({ ...entry, expires: '2020-01-01' }));
    writeEntries(folder, expired);
    const ran = await run(url, folder, ...withBaseline);
    expect(ran).toMatchObject({ code: 3, stdout: expect.stringContaining('expired after 2020-01-01') });
    const alone = await runInProcess(['baseline', 'check', 'baseline.yaml'], { cwd: folder });
    expect(alone.code).toBe(3);
    writeEntries(folder, expired.slice(1));
    expect((await run(url, folder, ...withBaseline)).code).toBe(1);
  });

  test.concurrent('says nothing about entries of checks that were not selected', async ({ folder, serve }) => {
    const faulty = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(faulty.url, folder);
    const args = [
      'run',
      '--target',
      faulty.url,
      '--filter',
      'PP-01',
      '--profile',
      'smoke',
      '--settle-ms',
      '0',
      ...withBaseline,
    ];
    expect((await runInProcess(args, { cwd: folder })).code).toBe(0);
  });
});

describe('baseline check', () => {
  test.concurrent('judges results of a run without it', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    await makeBaseline(url, folder);
    const words = ['baseline', 'check', 'baseline.yaml', 'out/results.json'];
    expect((await runInProcess(words, { cwd: folder })).code).toBe(0);
    writeEntries(folder, entriesIn(folder).slice(1));
    expect(await runInProcess(words, { cwd: folder })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('is not in the baseline'),
    });
    const prune = await runInProcess(['baseline', 'prune', 'baseline.yaml', 'out/results.json'], { cwd: folder });
    expect(prune).toMatchObject({ code: 2, stderr: expect.stringContaining('run --baseline baseline.yaml') });
  });
});

/** One valid entry, with one line to be replaced by a wrong one. */
const entry = `schema: pca-conformance/baseline/1
entries:
  - check: policy-text/rejects-non-object-json
    signature: "policy/empty-object: Success"
    reason: takes all
    issue: null
    firstSeen: 2026-11-24
    expires: null
    case:
      inputClass: policy/empty-object
      given: [usable]
      steps: [{role: subject, operation: {kind: GetPolicy, input: {ResourceArn: "{{ca0.arn}}"}}}]
`;

const mistakes = [
  ['no YAML', 'entries:', 'entries: [', /^baseline\.yaml:\d+:\d+: /m],
  ['an unknown key', 'reason:', 'raeson:', /^baseline\.yaml:5:5: .*"raeson".* Did you mean "reason"\?/m],
  [
    'an unknown check',
    'check: policy-text/rejects',
    'check: policy-text/reject',
    /^baseline\.yaml:3:5: .*Did you mean/m,
  ],
  ['an unknown input class', 'inputClass: policy/', 'inputClass: polcy/', /^baseline\.yaml:10:7: .*no input class/m],
  [
    'a signature of another class',
    '"policy/empty-object: ',
    '"policy/other: ',
    /^baseline\.yaml:4:5: .*does not begin/m,
  ],
  ['a day that is none', '2026-11-24', 'yesterday', /^baseline\.yaml:7:5: entries\.0\.firstSeen/m],
  ['no reason', '    reason: takes all\n', '', /^baseline\.yaml:3:5: entries\.0\.reason/m],
  ['another schema', 'baseline/1', 'baseline/9', /^baseline\.yaml:1:1: schema/m],
] as const;

describe('a baseline that is ill-formed', () => {
  test.concurrent.for(mistakes)('%s: is named with its place, with exit 2', async (row, { folder }) => {
    const [, right, wrong, named] = row;
    writeFileSync(join(folder, 'baseline.yaml'), entry.replace(right, wrong));
    const { code, stdout, stderr } = await runInProcess(['baseline', 'check', 'baseline.yaml'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace('pca-conformance: ', '')).toMatch(named);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test.concurrent('ends a run with exit 2 before anything is sent', async ({ folder, serve }) => {
    const service = await serve();
    writeFileSync(join(folder, 'baseline.yaml'), entry.replace('reason:', 'raeson:'));
    const { code, stderr } = await runInProcess(['run', '--target', service.url, ...withBaseline], { cwd: folder });
    expect({ code, calls: service.callCount() }).toEqual({ code: 2, calls: 0 });
    expect(stderr).toContain('baseline.yaml:5:5: ');
  });

  test.concurrent('is accepted if nothing is wrong with it', async ({ folder }) => {
    writeFileSync(join(folder, 'baseline.yaml'), entry);
    expect(await runInProcess(['baseline', 'check', 'baseline.yaml'], { cwd: folder })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('baseline prune', () => {
  const unknown = entry
    .split('\n')
    .slice(2)
    .join('\n')
    .replace('check: policy-text/rejects-non-object-json', 'check: policy-text/gone');

  test.concurrent('removes entries of checks that no longer exist, which end a run', async ({ folder }) => {
    writeFileSync(join(folder, 'baseline.yaml'), `${entry}${unknown}`);
    const options = ['--filter', 'PP-01', '--profile', 'smoke', '--quiet', ...withBaseline];
    const ran = await runInProcess(['run', ...options], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(
      /baseline\.yaml:13:5: .*no check "policy-text\/gone"; "pca-conformance baseline prune" takes/,
    );
    const pruned = await runInProcess(['baseline', 'prune', 'baseline.yaml'], { cwd: folder });
    expect(pruned).toMatchObject({ code: 0, stdout: expect.stringContaining('removed: policy-text/gone') });
    expect(pruned.stdout).toContain('1 of 2 entries remain in baseline.yaml');
    expect(entriesIn(folder).map(({ check }) => check)).toEqual(['policy-text/rejects-non-object-json']);
    expect((await runInProcess(['run', ...options], { cwd: folder })).code).toBe(0);
  });
});
