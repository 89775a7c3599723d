// `diff`: equal targets are reported as equal, a difference is shown by its shortest program and can be replayed.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { diffSchema, type DiffReport } from '../../files/diff-report.js';
import { stores } from '../../mutants/mutate.js';
import type { Mutation } from '../../mutants/mutation.js';
import { startEmulator } from '../../emulator/emulator.js';
import { createOracle } from '../../model/oracle.js';
import { referenceService } from '../../model/reference-service.js';
import { newestConstraints } from '../../api/constraints.js';
import { wireOf } from '../../selftest/selftest-target.js';
import { test } from '../../testing/cli-test.js';
import { deadUrl } from '../../testing/fake-service.js';
import { acceptsEveryPolicy } from '../../testing/odd-services.js';
import type { CliResult } from '../../testing/run-cli.js';
import { runInProcess, runLineInProcess } from '../../testing/run-in-process.js';
import { startWireServer } from '../../selftest/wire-server.js';

async function diff(folder: string, left: string, right: string, ...more: readonly string[]): Promise<CliResult> {
  const args = ['diff', '--left', left, '--right', right, '--profile', 'smoke', '--seed', '1', '--out', 'out'];
  return runInProcess([...args, ...more], { cwd: folder });
}

function reportOf({ stdout }: CliResult): DiffReport {
  return diffSchema.parse(JSON.parse(stdout));
}

const forgetsEveryPolicy: Mutation = {
  mutate: stores(({ right }) => (right.kind === 'success' ? null : undefined)),
};

const some = ['--filter', 'PP-*', '--filter', 'GP-*', '--filter', 'POL-05', '--filter', 'sequences/*'];

describe('two targets with the same answers', () => {
  test.concurrent('differ in nothing: in process and over HTTP', async ({ folder }) => {
    const ended = await diff(folder, 'builtin', 'builtin:http', ...some);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('exit 0: no difference was seen') });
    expect(ended.stdout).toMatch(/^same [1-9]\d*, differ 0, /m);
    expect(readdirSync(join(folder, 'out/cases'))).toEqual([]);
  });

  test.concurrent('do not differ if only their accounts and CAs have other names', async ({ folder }) => {
    const caller = { partition: 'aws', region: 'us-east-1', account: '999988887777' };
    const service = referenceService(caller, createOracle(newestConstraints));
    const emulator = await startEmulator({ service, ...caller, nowMs: () => Date.now() });
    const ended = await diff(folder, 'builtin', emulator.url, ...some);
    await emulator.close();
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('no difference was seen') });
  });
});

describe('two targets that differ', () => {
  test.concurrent(
    'are shown side by side by one call, which is saved and replayed on each',
    async ({ folder, serve }) => {
      const { url } = await serve({ service: acceptsEveryPolicy });
      const ended = await diff(folder, 'builtin', url, '--filter', 'POL-05');
      expect(ended.code).toBe(1);
      expect(ended.stdout).toMatch(/^ {7}-> left InvalidPolicyException {2}right Success$/m);
      expect(ended.stdout).toMatch(/left +allowed by the evidence\n[^]*right +not allowed by the evidence\n/);
      const lines = ended.stdout.match(/npx pca-conformance replay .*/g) ?? [];
      const [left, right] = [
        await runLineInProcess(lines[0] ?? '', { cwd: folder }),
        await runLineInProcess(lines[1] ?? '', { cwd: folder }),
      ];
      expect(left).toMatchObject({ code: 0, stdout: expect.stringContaining('FIXED') });
      expect(right).toMatchObject({ code: 1, stdout: expect.stringContaining('STILL FAILS') });
    },
  );

  test.concurrent('by the policy that is read, differ in the shortest program that reads it', async ({ folder }) => {
    const server = await startWireServer(wireOf(forgetsEveryPolicy));
    const ended = await diff(folder, 'builtin:http', server.url, '--filter', 'sequences/*', '--json');
    await server.close();
    expect(ended.code).toBe(1);
    const { checks, exit } = reportOf(ended);
    expect(exit.code).toBe(1);
    const differences = checks.flatMap((check) => check.differences);
    expect(differences.length).toBeGreaterThan(0);
    const programs = differences.map(({ program }) => program.map(({ operation }) => operation));
    expect(programs.toSorted((one, other) => one.length - other.length)[0]).toEqual(['PutPolicy', 'GetPolicy']);
    for (const { caseFile } of differences) {
      expect(JSON.parse(readFileSync(join(folder, caseFile), 'utf8'))).toMatchObject({
        schema: 'pca-conformance/case/1',
      });
    }
  });

  test.concurrent(
    'within what the evidence leaves open, differ too, and neither side is blamed',
    async ({ folder, serve }) => {
      const { url } = await serve({ service: acceptsEveryPolicy });
      const ended = await diff(
        folder,
        'builtin',
        url,
        '--filter',
        'policy-content/handles-duplicate-keys-consistently',
        '--json',
      );
      const [check] = reportOf(ended).checks;
      expect(check?.differences[0]?.judged).toEqual({ left: 'conforms', right: 'conforms' });
    },
  );
});

describe('what cannot be compared', () => {
  test.concurrent('ends with exit 4 and names the side', async ({ folder }) => {
    const ended = await diff(folder, 'builtin', await deadUrl(), '--filter', 'PP-01');
    expect(ended).toMatchObject({ code: 4, stdout: expect.stringContaining('the right target: ') });
  });

  test.concurrent.for([
    [['--left', 'builtin'], 2, '--right'],
    [['--left', 'bultin', '--right', 'builtin'], 2, '--left bultin'],
    [['--left', 'builtin', '--right', 'http://example.com'], 6, '--right http://example.com'],
    [['--left', 'builtin', '--right', 'builtin', '--filter', 'nothing-like-it'], 2, 'nothing-like-it'],
  ] as const)('%j ends with its code and names the fault', async ([args, code, named], { folder }) => {
    const ended = await runInProcess(['diff', ...args], { cwd: folder });
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(named) });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.concurrent('each side is called with its own key, and has no CAs left', async ({ folder, serve }) => {
  const [left, right] = [await serve(), await serve()];
  const keys = ['--access-key', 'BOTH', '--right-access-key', 'RIGHT', '--right-secret-key', 'secret'];
  const ended = await diff(folder, left.url, right.url, '--filter', 'PP-01', ...keys);
  expect(ended.code).toBe(0);
  expect([left.accessKeys(), right.accessKeys()]).toEqual([['BOTH'], ['RIGHT']]);
  for (const { status } of [...left.authorities(), ...right.authorities()]) expect(status).toBe('DELETED');
});
