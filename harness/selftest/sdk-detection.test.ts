// Every faulty client is noticed by the check that it names, every check that can fail a client is named, and no
// conforming client fails.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allSdkChecks } from '../../suites/sdk/all-sdk-checks.js';
import type { CheckReport } from '../files/report.js';
import { clientMutants, clientVariants } from '../mutants/all-client-mutants.js';
import { correctParts } from '../mutants/plain-client/parts.js';
import { startPlainClient } from '../mutants/plain-client/start.js';
import type { ClientMutation } from '../mutants/client-mutant.js';
import { systemClock } from '../run/session/clock.js';
import { runSdk } from '../sdk/run-sdk.js';
import { sdkLevelOf, type SdkCheck } from '../sdk/sdk-check.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function judge(mutate: ClientMutation, checks: readonly SdkCheck[]): Promise<readonly CheckReport[]> {
  const run = await runSdk({
    checks,
    startDriver: startPlainClient({ ...correctParts, ...mutate(correctParts) }, Date.now),
    seed: 1,
    driver: undefined,
    protocol: undefined,
    concurrency: 16,
    clock: systemClock,
    wallMs: Date.now,
    signal: new AbortController().signal,
    writeAuthority: async (pem) => {
      const folder = mkdtempSync(join(tmpdir(), 'pca-conformance-'));
      folders.push(folder);
      const file = join(folder, 'authority.pem');
      writeFileSync(file, pem);
      return file;
    },
    onCheck: () => {},
  });
  expect(run.faults).toEqual([]);
  return run.checks;
}

describe('mutants', () => {
  // On a busy machine, an immediate retry may arrive late, and look as if it had waited; never the other way
  // round.
  test.for(clientMutants)('$id', { retry: 2 }, async ({ mutate, killedBy, breaks }) => {
    const named = allSdkChecks.filter(({ id }) => id === killedBy);
    expect(named.map(({ requirement }) => requirement)).toEqual([breaks]);
    const [report] = await judge(mutate, named);
    expect(report?.verdict, killedBy).toBe('fail');
  });

  test('every check that can fail a client is named by one', () => {
    const named: readonly string[] = clientMutants.map(({ killedBy }) => killedBy);
    const judging = allSdkChecks.filter((check) => sdkLevelOf(check) !== 'note');
    expect(judging.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
  });
});

describe('variants', () => {
  test('the correct client passes every check that can fail it', async () => {
    const reports = await judge(() => ({}), allSdkChecks);
    const judged = reports.filter(({ level }) => level !== 'note');
    expect(judged.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)).toEqual([]);
  });

  // They mostly wait, and need not wait for each other.
  test.concurrent.for(clientVariants)('$id', async ({ mutate }) => {
    const reports = await judge(mutate, allSdkChecks);
    const failed = reports.filter(({ verdict }) => verdict === 'fail');
    expect(failed.map(({ id, failures }) => `${id}: ${failures[0]?.signature}`)).toEqual([]);
  });
});
