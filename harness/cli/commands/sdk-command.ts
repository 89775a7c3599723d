// `sdk`: judges a client of the API by a scripted service, shows the report, writes the files.

import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allSdkChecks } from '../../../suites/sdk/all-sdk-checks.js';
import type { StartDriver } from '../../api/driver.js';
import type { Protocol } from '../../api/protocol.js';
import { sdkRequirementIds } from '../../catalogue/sdk-requirements.js';
import { systemClock } from '../../run/session/clock.js';
import { exitCodes } from '../../results/exit-code.js';
import { matchesFilters } from '../../run/cases/select-checks.js';
import { buildSdkReport } from '../../sdk/build-sdk-report.js';
import { ProtocolNotOffered } from '../../sdk/judged-protocols.js';
import { runSdk, type SdkRun } from '../../sdk/run-sdk.js';
import { sdkLevelOf, type SdkCheck } from '../../sdk/sdk-check.js';
import { usageError } from '../output/failure.js';
import { suggestion } from '../../text/nearest.js';
import { packageVersion } from '../../host/package-version.js';
import { createProgress, type ProgressDisplay } from '../output/progress.js';
import { requireWritable } from '../output/require-writable.js';
import { readReports } from '../options/read-run.js';
import { showReport } from '../output/show-report.js';
import { listenForSignals, type Signals } from '../output/signals.js';
import type { Parsed } from '../../run/options/option-table.js';
import type { displayOptions, reportOptions } from '../options/display-options.js';
import type { sdkOptions } from '../options/sdk-options.js';
import { writeReportFiles } from '../output/write-report-files.js';
import type { Terminal } from '../output/terminal.js';

type SdkOptions = Parsed<typeof sdkOptions> & Parsed<typeof reportOptions> & Parsed<typeof displayOptions>;

/** Resolves with the exit code. */
export async function sdkCommand(options: SdkOptions, terminal: Terminal): Promise<number> {
  const { driver, level, filters, concurrency, outDir } = options;
  if (driver?.trim() === '') throw usageError('--driver is empty; give the command that starts the driver.');
  requireMatches(filters);
  const { seed = randomInt(2 ** 31) } = options;
  const requested = readReports(options.reports, terminal);
  requireWritable([join(outDir, 'results.json'), ...requested.map(({ path }) => path)]);
  const selected = allSdkChecks.filter(
    (check) =>
      matchesFilters([check.id, check.requirement], filters) && (level === 'any-of' || sdkLevelOf(check) !== 'any-of'),
  );
  const startDriver = await driverOf(driver);
  const signals = listenForSignals(terminal);
  const progress = createProgress({ total: selected.length, quiet: options.quiet, terminal });
  const startedAt = new Date().toISOString();
  const startedMs = performance.now();
  const protocol = options.protocol === 'both' ? undefined : options.protocol;
  const run = await judge({ checks: selected, startDriver, seed, driver, protocol, concurrency, progress, signals });
  progress.end();
  signals.stop();
  const report = buildSdkReport({
    suite: { name: 'pca-conformance', version: packageVersion() },
    run,
    allChecks: allSdkChecks,
    selected,
    runId: `pca-${randomBytes(6).toString('hex')}`,
    startedAt,
    durationMs: performance.now() - startedMs,
    seed,
    level,
    filters,
    driver,
    interruptedBy: interruptionOf(signals),
  });
  const exit = writeReportFiles(report, requested, outDir, terminal);
  showReport({ ...report, exit }, options, terminal);
  return exit.code;
}

/** The built-in driver is in this process. */
async function driverOf(command: string | undefined): Promise<StartDriver> {
  if (command !== undefined) {
    const { driverCommand } = await import('../../drivers/child-process.js');
    return driverCommand(command);
  }
  const { builtinDriver } = await import('./builtin-driver.js');
  return builtinDriver();
}

interface Judging {
  readonly checks: readonly SdkCheck[];
  readonly startDriver: StartDriver;
  readonly seed: number;
  readonly driver: string | undefined;
  readonly protocol: Protocol | undefined;
  readonly concurrency: number;
  readonly progress: ProgressDisplay;
  readonly signals: Signals;
}

/** The file of the certificate authority is removed afterwards. */
async function judge({ progress, signals, ...options }: Judging): Promise<SdkRun> {
  const folder = mkdtempSync(join(tmpdir(), 'pca-conformance-'));
  let failures = 0;
  let calls = 0;
  try {
    return await runSdk({
      ...options,
      clock: systemClock,
      wallMs: () => Date.now(),
      signal: signals.signal,
      writeAuthority: async (pem) => {
        const file = join(folder, 'authority.pem');
        writeFileSync(file, pem);
        return file;
      },
      onCheck: (done) => {
        calls += done.inputClasses.reduce((sum, { cases }) => sum + cases, 0);
        if (done.verdict === 'fail') failures += 1;
        progress.onProgress({ phase: 'full-pass', check: done.id, calls, failures });
        progress.onCheck(done);
      },
    });
  } catch (error) {
    if (error instanceof ProtocolNotOffered) throw usageError(`--protocol ${options.protocol}: ${error.message}.`);
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function interruptionOf(signals: Signals): 'SIGINT' | 'SIGTERM' | undefined {
  const code = signals.received();
  if (code === undefined) return undefined;
  return code === exitCodes.terminated ? 'SIGTERM' : 'SIGINT';
}

/** A filter that matches nothing is a mistake, not an empty run. */
function requireMatches(filters: readonly string[]): void {
  const ids: readonly string[] = [...sdkRequirementIds, ...allSdkChecks.map(({ id }) => id)];
  for (const filter of filters) {
    if (ids.some((id) => matchesFilters([id], [filter]))) continue;
    throw usageError(
      `--filter ${filter} matches no requirement and no check of clients; "pca-conformance list --sdk" shows them.` +
        suggestion(filter, ids),
    );
  }
}
