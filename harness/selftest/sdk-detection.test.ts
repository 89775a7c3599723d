// Every faulty client is noticed by the check that it names, every check that can fail a client is named, and no
// conforming client fails.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allSdkChecks } from '../../suites/sdk/all-sdk-checks.js';
import { sdkRequirements, type SdkRequirementId } from '../catalogue/sdk-requirements.js';
import type { CheckReport } from '../files/report.js';
import { clientMutants, clientVariants } from '../mutants/all-client-mutants.js';
import { cborParts } from '../mutants/plain-client/cbor-parts.js';
import { correctParts, type ClientParts } from '../mutants/plain-client/parts.js';
import { startPlainClient } from '../mutants/plain-client/start.js';
import type { ClientMutation } from '../mutants/client-mutant.js';
import { systemClock } from '../run/session/clock.js';
import { runSdk } from '../sdk/run-sdk.js';
import { sdkLevelOf, type SdkCheck } from '../sdk/sdk-check.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The plain client in the protocol of the requirement that it breaks, or that permits its freedom. */
function partsFor(requirement: SdkRequirementId): ClientParts {
  return sdkRequirements[requirement].protocol === 'cbor' ? cborParts : correctParts;
}

async function judge(
  parts: ClientParts,
  mutate: ClientMutation,
  checks: readonly SdkCheck[],
): Promise<readonly CheckReport[]> {
  const run = await runSdk({
    checks,
    startDriver: startPlainClient({ ...parts, ...mutate(parts) }, Date.now),
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
    const [report] = await judge(partsFor(breaks), mutate, named);
    expect(report?.verdict, killedBy).toBe('fail');
  });

  test('every check that can fail a client is named by one', () => {
    const named: readonly string[] = clientMutants.map(({ killedBy }) => killedBy);
    const judging = allSdkChecks.filter((check) => sdkLevelOf(check) !== 'note');
    expect(judging.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
  });
});

describe('variants', () => {
  test.concurrent.for([
    ['json', correctParts],
    ['cbor', cborParts],
  ] as const)('the correct client passes every check that can fail it, in %s', async ([, parts]) => {
    const reports = await judge(parts, () => ({}), allSdkChecks);
    const judged = reports.filter(({ level }) => level !== 'note');
    expect(judged.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)).toEqual([]);
  });

  // They mostly wait, and need not wait for each other.
  test.concurrent.for(clientVariants)('$id', async ({ mutate, permittedBy }) => {
    const reports = await judge(partsFor(permittedBy), mutate, allSdkChecks);
    const failed = reports.filter(({ verdict }) => verdict === 'fail');
    expect(failed.map(({ id, failures }) => `${id}: ${failures[0]?.signature}`)).toEqual([]);
  });
});
