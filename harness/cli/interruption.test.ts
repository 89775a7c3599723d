// Ctrl-C and its like: the run tears down what it made, and leaves a report of what it found.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readResults, test } from './testing/cli-test.js';
import type { FakeService } from './testing/fake-service.js';
import { startCli, type CliResult } from './testing/run-cli.js';

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

  test.concurrent('right after the first CA was made removes it', async ({ folder, serve }) => {
    const service = await serve({ delayMs: 50 });
    // The second call comes when the first, which makes a CA, is answered.
    const ended = await interrupt(service, { folder, signal, afterCalls: 2 });
    expect(ended.code).toBe(code);
    expectAllRemoved(service);
    const results = readResults(join(folder, 'out'));
    expect(results).toMatchObject({ exit: { code }, run: { complete: false }, leftovers: [], faults: [] });
    expect(results.checks.some(({ verdict }) => verdict === 'pass')).toBe(false);
  });
});

interface Interruption {
  readonly folder: string;
  readonly signal: NodeJS.Signals;
  readonly afterCalls: number;
}

/** Sends the signal when so many calls have arrived. */
async function interrupt(service: FakeService, { folder, signal, afterCalls }: Interruption): Promise<CliResult> {
  const args = ['run', '--target', service.url, '--profile', 'smoke', '--seed', '1', '--out', 'out'];
  const running = await startCli(args, { cwd: folder });
  // A process that ends too early would never make these calls.
  await Promise.race([service.reached(afterCalls), running.result]);
  running.kill(signal);
  return running.result;
}

function expectAllRemoved(service: FakeService): void {
  const statuses = service.authorities().map(({ status }) => status);
  expect(statuses.length).toBeGreaterThan(0);
  expect(new Set(statuses)).toEqual(new Set(['DELETED']));
}
