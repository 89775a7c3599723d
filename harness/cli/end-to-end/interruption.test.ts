// Ctrl-C and other signals: the run removes what it created, and leaves a report of what it found.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readResults, test } from '../../testing/cli-test.js';
import type { FakeService } from '../../testing/fake-service.js';
import { keepsEveryAuthority } from '../../testing/odd-services.js';
import { runCli, startCli, type CliResult } from '../../testing/run-cli.js';

const codes = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

describe.each(codes)('%s', (signal, code) => {
  test.concurrent('among the checks keeps their verdicts and removes every CA', async ({ folder, serve }) => {
    const service = await serve({ delayMs: 10 });
    const ended = await interrupt(service, { folder, signal, afterCalls: 100 });
    expect({ code: ended.code, signal: ended.signal }).toEqual({ code, signal: null });
    expectAllRemoved(service);
    const results = readResults(join(folder, 'out'));
    expect(results).toMatchObject({ exit: { code }, run: { complete: false }, leftovers: [], faults: [] });
    const verdicts = new Set(results.checks.map(({ verdict }) => verdict));
    expect(verdicts).toContain('pass');
    expect(verdicts).toContain('indeterminate');
    expect(verdicts).not.toContain('fail');
    expect(ended.stdout).toContain(`exit ${code}: `);
    expect(readFileSync(join(folder, 'out/events.ndjson'), 'utf8')).toContain('"event":"ca-removed"');
  });

  test.concurrent('right after the creation of the first CA removes it', async ({ folder, serve }) => {
    const service = await serve({ delayMs: 50 });
    // The second call comes after the answer to the first, which creates a CA.
    const ended = await interrupt(service, { folder, signal, afterCalls: 2 });
    expect(ended.code).toBe(code);
    expectAllRemoved(service);
    const results = readResults(join(folder, 'out'));
    expect(results).toMatchObject({ exit: { code }, run: { complete: false }, leftovers: [], faults: [] });
    expect(results.checks.some(({ verdict }) => verdict === 'pass')).toBe(false);
  });
});

test.concurrent(
  'SIGINT while the first CA is being made waits for its ARN and removes it',
  async ({ folder, serve }) => {
    const service = await serve({ delayMs: 300 });
    const ended = await interrupt(service, { folder, signal: 'SIGINT', afterCalls: 1 });
    expect(ended.code).toBe(130);
    expectAllRemoved(service);
  },
);

test.concurrent('SIGINT a second time does not cut the removal short', async ({ folder, serve }) => {
  const service = await serve({ delayMs: 100 });
  const args = ['run', '--target', service.url, '--profile', 'smoke', '--seed', '1', '--out', 'out'];
  const running = await startCli(args, { cwd: folder });
  await Promise.race([service.reached(8), running.result]);
  running.kill('SIGINT');
  await Promise.race([service.reached(10), running.result]);
  running.kill('SIGINT');
  expect((await running.result).code).toBe(130);
  expectAllRemoved(service);
  expect(readResults(join(folder, 'out'))).toMatchObject({ exit: { code: 130 }, leftovers: [], faults: [] });
});

test.concurrent('SIGINT during a replay removes its CAs', async ({ folder, serve }) => {
  const service = await serve({ delayMs: 50 });
  const running = await startCli(['replay', writeCase(folder), '--target', service.url], { cwd: folder });
  await Promise.race([service.reached(5), running.result]);
  running.kill('SIGINT');
  expect((await running.result).code).toBe(130);
  expectAllRemoved(service);
});

test.concurrent('a replay that leaves its CAs behind ends with exit 8', async ({ folder, serve }) => {
  const service = await serve({ service: keepsEveryAuthority });
  const { code, stdout } = await runCli(['replay', writeCase(folder), '--target', service.url], { cwd: folder });
  expect(code).toBe(8);
  expect(stdout).toContain('left over: arn:');
});

/** A case that the reference service passes. */
function writeCase(folder: string): string {
  const path = join(folder, 'case.json');
  const read = { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } };
  const saved = {
    schema: 'pca-conformance/case/1',
    check: 'get-policy/returns-not-found-without-a-policy',
    requirement: 'GP-01',
    guarantee: 'g',
    expected: [],
    actual: '',
    case: {
      inputClass: 'none/never-put',
      given: ['usable'],
      fresh: true,
      steps: [{ role: 'subject', operation: read }],
    },
  };
  writeFileSync(path, JSON.stringify(saved));
  return path;
}

interface Interruption {
  readonly folder: string;
  readonly signal: NodeJS.Signals;
  readonly afterCalls: number;
}

/** Sends the signal once so many calls have arrived. */
async function interrupt(service: FakeService, { folder, signal, afterCalls }: Interruption): Promise<CliResult> {
  const args = ['run', '--target', service.url, '--profile', 'smoke', '--seed', '1', '--out', 'out'];
  const running = await startCli(args, { cwd: folder });
  // A process that ends too early would not make these calls.
  await Promise.race([service.reached(afterCalls), running.result]);
  running.kill(signal);
  return running.result;
}

function expectAllRemoved(service: FakeService): void {
  const statuses = service.authorities().map(({ status }) => status);
  expect(statuses.length).toBeGreaterThan(0);
  expect(new Set(statuses)).toEqual(new Set(['DELETED']));
}
