// Targets that cannot be judged, or only in part: each ends the run with the exit code for its problem, never with a pass.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Report } from '../../files/report.js';
import { readResults, test } from '../../testing/cli-test.js';
import { deadUrl } from '../../testing/fake-service.js';
import { keepsEveryAuthority, refusesEveryPolicy } from '../../testing/odd-services.js';
import type { CliResult } from '../../testing/run-cli.js';
import { runInProcess } from '../../testing/run-in-process.js';

describe('a target that cannot be reached', () => {
  test.concurrent('nothing listens on its port: exit 4', async ({ folder }) => {
    const { ended, results } = await runOn(await deadUrl(), { folder });
    expect(ended.code).toBe(4);
    expect(ended.stdout).toContain('ECONNREFUSED');
    expectNothingJudged(results);
  });

  test.concurrent('it takes calls and never answers: exit 4, and the run ends', async ({ folder, serve }) => {
    const service = await serve({ silent: true });
    const { ended, results } = await runOn(service.url, { folder, more: ['--call-timeout', '300ms'] });
    expect(ended).toMatchObject({ code: 4, signal: null });
    expect(ended.stdout).toContain('nothing within 300 ms');
    expectNothingJudged(results);
  });

  test.concurrent('it answers HTML with status 500 to all: exit 4, and no check passes', async ({ folder, serve }) => {
    const service = await serve({ page: '<!doctype html><title>500</title><h1>Internal Server Error</h1>' });
    const { ended, results } = await runOn(service.url, { folder });
    expect(ended.code).toBe(4);
    expect(ended.stdout).toContain('HTTP 500');
    expectNothingJudged(results);
  });
});

describe('a target that dies in the middle of a run', () => {
  test.concurrent('ends it with exit 4, and what was found before is kept', async ({ folder, serve }) => {
    const service = await serve({ diesAfterCalls: 60 });
    const { ended, results } = await runOn(service.url, { folder });
    expect(ended.code).toBe(4);
    expect(results.run).toMatchObject({ complete: false, stopped: expect.stringContaining('not answered') });
    const verdicts = new Set(results.checks.map(({ verdict }) => verdict));
    expect(verdicts).toContain('pass');
    expect(verdicts).toContain('indeterminate');
    expect(verdicts).not.toContain('fail');
    // It is unknown whether its CAs are left over, so they are named.
    expect(results.leftovers.map(({ arn }) => arn).sort()).toEqual(
      service
        .authorities()
        .map(({ arn }) => arn)
        .sort(),
    );
    for (const { arn } of results.leftovers) expect(ended.stdout).toContain(arn);
    expect(eventsIn(folder)).toContain('"event":"run-finished"');
  });
});

describe('a target that restarts during a nightly run', () => {
  test.concurrent('is waited for, and not blamed for what it forgot', async ({ folder, serve }) => {
    const first = await serve({ diesAfterCalls: 300 });
    const more = ['--profile', 'nightly', '--runs', '1', '--max-calls', '1500', '--filter', 'put-policy/*'];
    const running = runOn(first.url, { folder, more });
    await first.reached(301);
    const second = await serve({ port: Number(new URL(first.url).port) });
    const { ended, results } = await running;
    expect(results.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect({ code: ended.code, leftovers: results.leftovers }).toEqual({ code: 0, leftovers: [] });
    expect(second.callCount()).toBeGreaterThan(1_000);
  });
});

describe('a target that stops answering in the middle of a run', () => {
  test.concurrent('ends it with exit 4, and what was found before is kept', async ({ folder, serve }) => {
    const service = await serve({ hangsAfterCalls: 150 });
    const more = ['--call-timeout', '2s', '--concurrency', '16'];
    const { ended, results } = await runOn(service.url, { folder, more });
    expect(ended.code).toBe(4);
    expect(results.run).toMatchObject({ complete: false, stopped: expect.stringContaining('nothing within 2000 ms') });
    const verdicts = new Set(results.checks.map(({ verdict }) => verdict));
    expect(verdicts).toContain('pass');
    expect(verdicts).not.toContain('fail');
    // It is unknown whether its CAs are left over, so they are named.
    expect(results.leftovers.length).toBe(service.authorities().length);
  });
});

describe('a target whose answers do not end', () => {
  test.concurrent('fails the checks that read them, which are not read to the end', async ({ folder, serve }) => {
    const service = await serve({ floods: 'GetPolicy' });
    const more = ['--filter', 'put-policy/*', '--call-timeout', '60s', '--settle-ms', '0'];
    const { ended, results } = await runOn(service.url, { folder, more });
    expect(ended.code).toBe(1);
    expect(new Set(results.checks.map(({ verdict }) => verdict))).toEqual(new Set(['blocked', 'fail']));
    expect(ended.stdout).toContain('the body is longer than 1048576 bytes');
  });
});

describe('a budget', () => {
  test.concurrent('of calls that is spent ends the run with exit 4 and its results', async ({ folder, serve }) => {
    const service = await serve();
    const { ended, results } = await runOn(service.url, { folder, more: ['--max-calls', '150'] });
    expect(ended.code).toBe(4);
    expect(ended.stdout).toContain('the budget of 150 calls is spent');
    expect(results.run.complete).toBe(false);
    expect(results.checks.some(({ verdict }) => verdict === 'pass')).toBe(true);
    // The removal of CAs does not count against the budget.
    expect(service.authorities().map(({ status }) => status)).not.toContain('PENDING_CERTIFICATE');
    expect(results.leftovers).toEqual([]);
  });

  test.concurrent('of calls holds for the built-in target too', async ({ folder }) => {
    const { ended, results } = await runOn('builtin', { folder, more: ['--max-calls', '50'] });
    expect(ended.code).toBe(4);
    expect(results.run).toMatchObject({ complete: false, stopped: 'the budget of 50 calls is spent' });
  });

  test.concurrent('of time that is spent ends the run with exit 4', async ({ folder }) => {
    const { ended, results } = await runOn('builtin', { folder, more: ['--max-time', '1ms'] });
    expect(ended.code).toBe(4);
    expect(results.run.complete).toBe(false);
  });
});

describe('a target on which nothing can be observed', () => {
  test.concurrent(
    'it refuses every policy, so refusing a bad one shows nothing: what blocks it fails',
    async ({ folder, serve }) => {
      const service = await serve({ service: refusesEveryPolicy });
      const { ended, results } = await runOn(service.url, { folder, more: ['--filter', 'POL-30'] });
      expect(ended.code).toBe(1);
      const verdicts = results.checks.map(({ requirement, verdict }) => [requirement, verdict]);
      expect(verdicts).toEqual([
        ['POL-30', 'blocked'],
        ['POL-19', 'fail'],
      ]);
      expect(ended.stdout).toContain('blocked by POL-19: answered InvalidPolicyException; expected Success');
    },
  );
});

describe('a target that does not delete its CAs', () => {
  test.concurrent('ends the run with exit 8, and what is left over is named', async ({ folder, serve }) => {
    const service = await serve({ service: keepsEveryAuthority });
    const { ended, results } = await runOn(service.url, {
      folder,
      more: ['--filter', 'put-policy/replaces-the-policy'],
    });
    expect(ended.code).toBe(8);
    expect(results.checks.map(({ verdict }) => verdict)).toEqual(['pass']);
    const made = service.authorities().map(({ arn }) => arn);
    expect(made.length).toBeGreaterThan(0);
    expect(results.leftovers.map(({ arn }) => arn).sort()).toEqual(made.sort());
    for (const arn of made) expect(ended.stdout).toContain(`left over: ${arn}`);
  });
});

describe('a target that behaves well', () => {
  test.concurrent('conforms over HTTP, and none of its CAs is left', async ({ folder, serve }) => {
    const service = await serve();
    // It answers JSON only.
    const { ended, results } = await runOn(service.url, { folder, more: ['--model-revision', '2025-02-11'] });
    expect({ code: ended.code, exit: results.exit.code }).toEqual({ code: 0, exit: 0 });
    expect(new Set(service.authorities().map(({ status }) => status))).toEqual(new Set(['DELETED']));
  });

  test.concurrent('is never shown the credentials of the environment', async ({ folder, serve }) => {
    const service = await serve();
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIAOFTHEENVIRONMENT',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    };
    const { ended, results } = await runOn(service.url, { folder, more: ['--filter', 'PP-01'], env });
    expect({ code: ended.code, region: results.target.region }).toEqual({ code: 0, region: 'us-east-1' });
    expect(service.accessKeys()).toEqual(['AKIDEXAMPLE']);
  });
});

interface RunOptions {
  readonly folder: string;
  readonly more?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A small run on the target, and the files that it wrote; the exit code in its report must be that of the process. */
async function runOn(
  target: string,
  { folder, more = [], env = {} }: RunOptions,
): Promise<{ readonly ended: CliResult; readonly results: Report }> {
  const args = ['run', '--target', target, '--profile', 'smoke', '--seed', '1', '--out', 'out', ...more];
  const ended = await runInProcess(args, { cwd: folder, env });
  const results = readResults(join(folder, 'out'));
  expect(results.exit.code).toBe(ended.code);
  return { ended, results };
}

function expectNothingJudged({ checks, summary, run }: Report): void {
  expect(checks.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail')).toEqual([]);
  expect(summary).toMatchObject({ divergence: null, coverage: 0 });
  expect(run.complete).toBe(false);
}

function eventsIn(folder: string): string {
  return readFileSync(join(folder, 'out/events.ndjson'), 'utf8');
}
