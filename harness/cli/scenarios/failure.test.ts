// What a user gets for a target that fails: the failure on the console, the saved case that repeats it, the JUnit report.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { caseFileSchema } from '../../files/case-file.js';
import type { FailureReport, Report } from '../../files/report.js';
import { readResults, test } from '../../testing/cli-test.js';
import { deadUrl } from '../../testing/fake-service.js';
import {
  acceptsEveryPolicy,
  answersInHostileText,
  namesAuthoritiesInHostileText,
  refusesAuthoritiesInHostileText,
} from '../../testing/odd-services.js';
import type { CliResult } from '../../testing/run-cli.js';
import { asSeenIn, runInProcess, runLineInProcess } from '../../testing/run-in-process.js';
import { readXml } from '../../../reports/testing/well-formed-xml.js';

const filters = ['--filter', 'POL-05', '--filter', 'POL-30', '--filter', 'PP-01', '--filter', 'AUTH-01'];

describe('a target that accepts every policy', () => {
  test.concurrent('fails with exit 1, in calls and answers, with lines to repeat it', async ({ folder, serve }) => {
    const { ended, results } = await runOn((await serve({ service: acceptsEveryPolicy })).url, folder, filters);
    expect(ended.code).toBe(1);
    expect(results.run.complete).toBe(true);
    expect(verdictOf(results, 'POL-05')).toBe('fail');
    expect(verdictOf(results, 'PP-01')).toBe('pass');
    const { stdout } = ended;
    expect(stdout).toMatch(/^FAIL POL-05 .*\(policy-text\/rejects-non-object-json, must\)$/m);
    expect(stdout).toMatch(/^ +1\. PutPolicy/m);
    expect(stdout).toMatch(/^ +-> Success$/m);
    expect(stdout).toMatch(/^ {2}expected .*InvalidPolicyException/m);
    expect(stdout).toMatch(/^ {2}actual +Success$/m);
    for (const { program, replay, aws } of failuresIn(results)) {
      expect(program.length).toBeLessThanOrEqual(3);
      expect(aws).toMatch(/^aws acm-pca put-policy --endpoint-url /);
      expect(replay).toMatch(/^npx pca-conformance replay /);
    }
    for (const {
      failures: [failure],
    } of results.checks) {
      if (failure === undefined) continue;
      expect(stdout).toContain(`replay   ${asSeenIn(folder, failure.replay)}`);
      expect(stdout).toContain(`aws cli  ${failure.aws}`);
    }
  });

  test.concurrent('fails again by the printed line, and a good target is FIXED by it', async ({ folder, serve }) => {
    const failing = await serve({ service: acceptsEveryPolicy });
    const wellBehaved = await serve();
    const { ended, results } = await runOn(failing.url, folder, ['--filter', 'POL-05']);
    const line = /^ +replay +(npx .*)$/m.exec(ended.stdout)?.[1] ?? '';
    expect(line).toBe(asSeenIn(folder, failuresIn(results)[0]?.replay ?? ''));

    const again = await runLineInProcess(line, { cwd: folder });
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 1, stderr: '' });
    expect(again.stdout).toContain('STILL FAILS');
    const elsewhere = await runLineInProcess(line.replace(failing.url, wellBehaved.url), { cwd: folder });
    expect({ code: elsewhere.code, stderr: elsewhere.stderr }).toEqual({ code: 0, stderr: '' });
    expect(elsewhere.stdout).toContain('FIXED');
    for (const service of [failing, wellBehaved]) {
      expect(new Set(service.authorities().map(({ status }) => status))).toEqual(new Set(['DELETED']));
    }
    const unreachable = await runLineInProcess(line.replace(failing.url, await deadUrl()), { cwd: folder });
    expect(unreachable.code).toBe(4);
    expect(unreachable.stdout).toContain('INDETERMINATE');
  });

  test.concurrent('is repeated from a folder whose name a shell would take apart', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const out = "it's $HOME & co";
    const { results } = await runOn(url, folder, ['--filter', 'POL-05'], out);
    const again = await runLineInProcess(failuresIn(results)[0]?.replay ?? '', { cwd: folder });
    expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining('STILL FAILS') });
  });

  test.concurrent('has every failure saved as a separate case', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const { results } = await runOn(url, folder, filters);
    const saved = readdirSync(join(folder, 'out/cases')).filter((name) => name.endsWith('.json'));
    expect(saved.length).toBe(failuresIn(results).length);
    for (const name of saved) {
      const parsed: unknown = JSON.parse(readFileSync(join(folder, 'out/cases', name), 'utf8'));
      expect(caseFileSchema.safeParse(parsed).success, name).toBe(true);
    }
  });

  test.concurrent('gets a well-formed JUnit report with a test case for each check', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const { results } = await runOn(url, folder, ['--filter', 'POL-*']);
    const elements = readXml(readFileSync(join(folder, 'out/junit.xml'), 'utf8'));
    const cases = elements.filter(({ name }) => name === 'testcase');
    expect(cases.map(({ attributes }) => attributes['name'])).toEqual(results.checks.map(({ id }) => id));
    expect(new Set(cases.map(({ attributes }) => attributes['classname']))).toEqual(new Set([url]));
    const failed = results.checks.filter(({ verdict }) => verdict === 'fail').length;
    expect(failed).toBeGreaterThan(0);
    expect(elements.filter(({ name }) => name === 'failure').length).toBe(failed);
    expect(elements.find(({ name }) => name === 'testsuite')?.attributes).toMatchObject({
      tests: String(results.checks.length),
      failures: String(failed),
    });
  });
});

describe('a case file', () => {
  const broken = [
    ['is missing', undefined, 'case.json'],
    ['is no JSON', '{"schema": ', 'case.json'],
    ['is no case', '[]', 'case.json'],
    ['is of another schema', { schema: 'pca-conformance/case/9' }, 'schema'],
    ['has no steps', { case: { inputClass: 's', given: ['usable'], steps: [] } }, 'steps'],
    ['has an unknown key', { extra: true }, 'extra'],
    ['has an unknown operation', { case: caseOf('DropPolicy') }, 'case.steps[0].operation'],
  ] as const;

  test.concurrent.for(broken)('that %s ends replay with exit 2 and names the fault', async (row, { folder, serve }) => {
    const [, content, named] = row;
    const service = await serve();
    const file = join(folder, 'case.json');
    if (typeof content === 'string') writeFileSync(file, content);
    if (typeof content === 'object') writeFileSync(file, JSON.stringify({ ...goodFile, ...content }));
    const { code, stdout, stderr } = await runInProcess(['replay', 'case.json', '--target', service.url], {
      cwd: folder,
    });
    expect({ code, stdout, calls: service.callCount() }).toEqual({ code: 2, stdout: '', calls: 0 });
    expect(stderr).toContain('case.json');
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test.concurrent('that is good is not sent to another machine: exit 6', async ({ folder }) => {
    writeFileSync(join(folder, 'case.json'), JSON.stringify(goodFile));
    const args = ['replay', 'case.json', '--target', 'http://example.com'];
    const { code, stdout, stderr } = await runInProcess(args, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toContain('--allow-host example.com');
  });

  test.concurrent('that is good is FIXED on the built-in target', async ({ folder }) => {
    writeFileSync(join(folder, 'case.json'), JSON.stringify(goodFile));
    const { code, stdout } = await runInProcess(['replay', 'case.json'], { cwd: folder });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('FIXED') });
  });
});

describe('hostile text from a target', () => {
  const services = [
    ['errors and policies', answersInHostileText, 1],
    ['the refusal of a CA', refusesAuthoritiesInHostileText, 4],
    ['the ARN of a CA', namesAuthoritiesInHostileText, 8],
  ] as const;

  test.concurrent.for(services)('in %s does not reach the terminal', async (row, { folder, serve }) => {
    const [, service, code] = row;
    const { url } = await serve({ service });
    const more = [...filters, '--filter', 'GP-03', '--settle-ms', '0'];
    const { ended, results } = await runOn(url, folder, more);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toContain(String.raw`\u001b[2J`);
    const printed = [ended.stdout, ended.stderr];
    for (const { replay } of failuresIn(results).slice(0, 2)) {
      const again = await runLineInProcess(replay, { cwd: folder });
      printed.push(again.stdout, again.stderr);
    }
    // Control characters other than the line feed, C1 controls, and characters that change the direction of text.
    expect(printed.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    readXml(readFileSync(join(folder, 'out/junit.xml'), 'utf8'));
  });
});

/** The parts of a case file whose replay passes on a conforming target. */
const goodFile = {
  schema: 'pca-conformance/case/1',
  check: 'get-policy/returns-not-found-without-a-policy',
  requirement: 'GP-01',
  guarantee: 'GetPolicy is answered as documented.',
  expected: ['ResourceNotFoundException'],
  actual: 'Success',
  case: caseOf('GetPolicy'),
};

function caseOf(kind: string): object {
  const operation = { kind, input: { ResourceArn: '{{ca0.arn}}' } };
  return { inputClass: 'none/never-put', given: ['usable'], fresh: true, steps: [{ role: 'subject', operation }] };
}

/** A small run on the target, and the files that it wrote. */
async function runOn(
  target: string,
  folder: string,
  more: readonly string[],
  out = 'out',
): Promise<{ readonly ended: CliResult; readonly results: Report }> {
  mkdirSync(join(folder, out), { recursive: true });
  const args = ['run', '--target', target, '--profile', 'smoke', '--seed', '1', '--out', out, ...more];
  const ended = await runInProcess(args, { cwd: folder });
  const results = readResults(join(folder, out));
  expect(results.exit.code).toBe(ended.code);
  return { ended, results };
}

function failuresIn({ checks }: Report): readonly FailureReport[] {
  return checks.flatMap(({ failures }) => failures);
}

function verdictOf({ checks }: Report, requirement: string): string | undefined {
  return checks.find((check) => check.requirement === requirement)?.verdict;
}
