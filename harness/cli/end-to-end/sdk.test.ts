// `sdk` as users run it: the built-in client, clients with faults, drivers that break the protocol.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { allSdkChecks } from '../../../suites/sdk/all-sdk-checks.js';
import { protocolsOf } from '../../sdk/sdk-check.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runCli, runLine } from '../../testing/run-cli.js';

/** A driver in a file: it says hello, and answers every other line with this expression of `id`. */
function driverWith(folder: string, answer: string): string {
  const path = join(folder, 'driver.mjs');
  const hello = {
    type: 'hello',
    protocol: 'pca-driver/1',
    language: 'JavaScript',
    sdk: { name: 'nothing', version: '0' },
    capabilities: ['concurrency', 'cancel', 'deadline', 'max-attempts', 'session-token', 'endpoints'],
  };
  writeFileSync(
    path,
    `import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { type, id } = JSON.parse(line);
  if (type === 'bye') process.exit(0);
  if (type === 'cancel') continue;
  console.log(JSON.stringify(type === 'hello' ? ${JSON.stringify(hello)} : ${answer}));
}
`,
  );
  return `${process.execPath} ${path}`;
}

describe('the built-in client', () => {
  test('passes every check that can fail it, and leaves its files', async ({ folder }) => {
    const { code, stdout } = await runCli(['sdk', '--seed', '1'], { cwd: folder });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    const out = join(folder, '.pca/sdk');
    const report = readResults(out);
    const judged = report.checks.filter(({ level }) => level !== 'note');
    expect(judged.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)).toEqual([]);
    expect(report.requirementSet.checks).toBe(
      allSdkChecks.filter((check) => protocolsOf(check, ['json']).length > 0).length,
    );
    expect(report.target.name).toBe('@aws-sdk/client-acm-pca 3.523.0');
    for (const file of ['junit.xml', 'report.html', 'summary.md']) expect(existsSync(join(out, file)), file).toBe(true);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Clients');
  });

  test('is judged only by the checks of a filter', async ({ folder }) => {
    const { code, stdout } = await runCli(['sdk', '--filter', 'SDK-2?', '--json', '--out', 'out'], { cwd: folder });
    expect(code).toBe(0);
    const { checks }: { readonly checks: readonly { readonly requirement: string }[] } = JSON.parse(stdout);
    expect(checks.map(({ requirement }) => requirement)).toEqual(
      allSdkChecks.map(({ requirement }) => requirement).filter((id) => /^SDK-2\d$/.test(id)),
    );
  });
});

describe('wrong clients', () => {
  test('one that reports success and sends nothing passes no check', async ({ folder }) => {
    const driver = driverWith(folder, "{ type: 'ok', id, output: {} }");
    const { code, stdout } = await runCli(['sdk', '--driver', driver, '--seed', '1', '--out', 'out'], { cwd: folder });
    expect(code).toBe(1);
    const report = readResults(join(folder, 'out'));
    const passed = report.checks.filter(({ level, verdict }) => level !== 'note' && verdict === 'pass');
    expect(passed.map(({ id }) => id)).toEqual(['sdk-deadline/waits-for-answers-within-the-deadline']);
    expect(stdout).toContain('FAIL SDK-01');
    expect(stdout).toContain('https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html');
    expect(stdout).toContain('scripted answer 1: status 200');
    expect(stdout).toContain('the client sent no request');
    // The printed line reproduces the failure.
    const [, line = ''] = /replay {3}(.*sdk-request\/posts-to-the-root.*)/.exec(stdout) ?? [];
    const again = await runLine(line, { cwd: folder });
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('FAIL SDK-01');
  });

  test('one that fails every call passes only checks that require a failure', async ({ folder }) => {
    const driver = driverWith(folder, "{ type: 'transportError', id, cause: 'other', message: 'no' }");
    const { code } = await runCli(['sdk', '--driver', driver, '--seed', '1', '--out', 'out'], { cwd: folder });
    expect(code).toBe(1);
    const report = readResults(join(folder, 'out'));
    const passed = report.checks.filter(({ level, verdict }) => level !== 'note' && verdict === 'pass');
    expect(passed.map(({ id }) => id)).toEqual([
      'sdk-request/rejects-or-sends-invalid-input-unchanged',
      'sdk-request/fills-in-no-missing-member',
      'sdk-endpoints/rejects-unknown-authorities',
    ]);
  });

  test('one that does not know the operations is unsupported, and no verdict', async ({ folder }) => {
    const driver = driverWith(folder, "{ type: 'unsupported', id, reason: 'not made yet' }");
    const { code, stdout } = await runCli(['sdk', '--driver', driver, '--out', 'out'], { cwd: folder });
    expect(code).toBe(5);
    expect(stdout).toContain('coverage 0 of');
    expect(stdout).toContain('not made yet');
  });
});

describe('drivers at fault', () => {
  test.for([
    ['dies', 'process.exit(3)'],
    ['says that it failed', "{ type: 'driverError', id, message: 'out of ideas' }"],
    ['answers with something else', "{ type: 'yes', id }"],
  ] as const)('one that %s is exit 7', async ([, answer], { folder }) => {
    const driver = driverWith(folder, answer);
    const args = ['sdk', '--driver', driver, '--filter', 'sdk-request/*', '--out', 'out'];
    const { code, stdout, stderr } = await runCli(args, { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 7 });
    expect(stdout).toContain('fault of the driver');
    expect(readResults(join(folder, 'out')).run.complete).toBe(false);
  });

  test('one that does not start is exit 7', async ({ folder }) => {
    const { code, stdout } = await runCli(['sdk', '--driver', './no-such-driver', '--out', 'out'], { cwd: folder });
    expect(code).toBe(7);
    expect(stdout).toContain('no-such-driver');
  });
});

describe('mistakes', () => {
  test.for([
    [['--filter', 'POL-05'], 'matches no requirement and no check of clients'],
    [['--seed', 'x'], '--seed x is not a whole number'],
    [['--concurrency', '0'], '--concurrency 0 is not a whole number'],
    [['--driver', ' '], '--driver is empty'],
    [['--report', 'pdf=x'], '--report pdf=x is not of the form'],
    [['--level', 'note'], 'Allowed choices are must, any-of'],
  ] as const)('%j', async ([args, words], { folder }) => {
    const { code, stderr } = await runCli(['sdk', ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(existsSync(join(folder, '.pca'))).toBe(false);
  });
});

test('list and explain know the requirements on clients', async ({ folder }) => {
  const list = await runCli(['list', '--sdk', '--json'], { cwd: folder });
  const { requirements }: { readonly requirements: readonly { readonly id: string }[] } = JSON.parse(list.stdout);
  expect(requirements.map(({ id }) => id)).toContain('SDK-46');
  const explain = await runCli(['explain', 'sdk-46'], { cwd: folder });
  expect(explain.code).toBe(0);
  expect(explain.stdout).toContain('sdk-errors/reads-names-from-the-header');
  expect(explain.stdout).toContain('smithy-aws-protocol-tests');
});
