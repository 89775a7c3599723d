// The part of the selftest about null implementations: each is judged over real sockets by a whole run.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { checksOf } from '../../../suites/all-checks.js';
import type { CheckReport } from '../../files/report.js';
import { newestModelRevision } from '../../api/service-model.js';
import { deservedPasses } from './deserved-passes.js';
import type { Named } from '../../mutants/named.js';
import { nullImplementations, type NullImplementation } from './null-implementations.js';
import { buildReport } from '../../results/build-report.js';
import { systemClock, type Clock } from '../../run/session/clock.js';
import type { Exit } from '../../results/exit-code.js';
import { openTarget } from '../../run/session/open-target.js';
import { casesPerInputClass, consistencyFor, defaults, type RunConfig } from '../../run/session/run-config.js';
import { createSuiteRun } from '../../host/suite-run.js';
import { startNullServer } from './null-server.js';
import { packageVersion } from '../../host/package-version.js';

export interface NullResult {
  readonly id: string;
  /** How a run on it ends. */
  readonly exit: Exit;
  /** The ids of the checks that it passes. */
  readonly passed: readonly string[];
  /** Those among them that it does not truly satisfy. */
  readonly undeserved: readonly string[];
}

/** Judges them one after another, in profile `smoke`. */
export async function judgeNullImplementations(
  nulls: readonly Named<NullImplementation>[] = nullImplementations,
  seed = 1,
): Promise<readonly NullResult[]> {
  const results: NullResult[] = [];
  for (const each of nulls) results.push(await judge(each, seed));
  return results;
}

async function judge(implementation: Named<NullImplementation>, seed: number): Promise<NullResult> {
  const server = await startNullServer(implementation);
  const outDir = mkdtempSync(join(tmpdir(), 'pca-conformance-selftest-'));
  try {
    const { checks, exit } = await run(configFor(implementation, { url: server.url, outDir, seed }));
    return { id: implementation.id, exit, ...passesOf(implementation.id, checks) };
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

export function passesOf(nullId: string, checks: readonly CheckReport[]): Pick<NullResult, 'passed' | 'undeserved'> {
  const passed = checks.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  return { passed, undeserved: passed.filter((id) => deservedPasses[nullId]?.[id] === undefined) };
}

function configFor(
  implementation: NullImplementation,
  { url, outDir, seed }: { readonly url: string; readonly outDir: string; readonly seed: number },
): RunConfig {
  const choice = { kind: 'http', url } as const;
  const { concurrency, callTimeoutMs } = limitsFor(implementation);
  return {
    target: { ...defaults.target, choice },
    selection: { ...defaults.selection, profile: 'smoke', seed, runs: casesPerInputClass.smoke },
    budget: { ...defaults.budget, concurrency },
    judging: {
      ...defaults.judging,
      callTimeoutMs,
      consistency: consistencyFor(choice),
      // The server is in this process and does not lag.
      settleMs: 100,
    },
    output: { ...defaults.output, outDir },
  };
}

/** Implementations with a memory get one call at a time, so that what they pass does not depend on which calls overlap. */
export function limitsFor({ behaviour, isSilent = false }: NullImplementation): {
  readonly concurrency: number;
  readonly callTimeoutMs: number;
} {
  return {
    concurrency: behaviour.kind === 'memory' ? 1 : defaults.budget.concurrency,
    // Only calls that are never answered need a short deadline; a busy machine may take its time.
    callTimeoutMs: isSilent ? 2_000 : 60_000,
  };
}

/** Pauses take no time, except on this clock: the server is in this process and does not lag. */
function createSkippingClock(): Clock {
  let skippedMs = 0;
  return {
    nowMs: () => systemClock.nowMs() + skippedMs,
    async pause(durationMs) {
      skippedMs += durationMs;
      await setImmediate();
    },
  };
}

/** The same as `run`, without a separate process. */
async function run(config: RunConfig): Promise<{ readonly checks: readonly CheckReport[]; readonly exit: Exit }> {
  const runId = 'pca-selftest';
  const suiteRun = createSuiteRun({
    config,
    runId,
    target: await openTarget(config.target, newestModelRevision),
    acceptedPolicy,
    clock: createSkippingClock(),
    signal: new AbortController().signal,
    log: { write: () => {}, close: () => {} },
    onProgress: () => {},
    shrinks: false,
  });
  const allChecks = checksOf(config.judging.modelRevision);
  await suiteRun.start(allChecks);
  const checks: CheckReport[] = [];
  for (const check of allChecks) checks.push(await suiteRun.reportOf(check));
  const session = await suiteRun.finish();
  return buildReport({
    suite: { name: 'pca-conformance', version: packageVersion() },
    config,
    runId,
    startedAt: new Date().toISOString(),
    durationMs: 0,
    allChecks,
    selected: allChecks,
    checks,
    session,
    interruptedBy: undefined,
    faults: [],
  });
}
