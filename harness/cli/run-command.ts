// `run`: judges a target, shows the report, writes the files.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderConsole } from '../../reports/console.js';
import { renderJson } from '../../reports/json.js';
import { renderJunit } from '../../reports/junit.js';
import { renderStrataTable } from '../../reports/strata-table.js';
import { checksOf } from '../../suites/all-checks.js';
import type { Report } from '../api/report.js';
import { buildReport } from '../run/build-report.js';
import { exitCodes, type Exit } from '../run/exit-code.js';
import { selectChecks } from '../run/select-checks.js';
import type { RunConfig } from '../run/run-config.js';
import type { HostListener, HostResult } from '../run/vitest-host.js';
import { CommandFailure, reasonOf } from './failure.js';
import { packageVersion } from './package-version.js';
import { createProgress } from './progress.js';
import { readReports, readRunFlags, type RequestedReport, type RunFlags } from './run-options.js';

/** Resolves with the exit code. */
export async function runCommand(flags: RunFlags): Promise<number> {
  const allChecks = checksOf(flags.modelRevision);
  const asked = readRunFlags(flags, allChecks);
  const requested = readReports(flags.report);
  requireWritable(asked.outDir, requested);
  const selected = selectChecks(allChecks, asked);
  const runId = `pca-${randomBytes(6).toString('hex')}`;
  const progress = createProgress({ total: selected.length, quiet: flags.quiet === true });
  const startedAt = new Date().toISOString();
  const startedMs = performance.now();
  const hosted = selected.length === 0 ? nothingToRun(asked) : await host(asked, runId, progress);
  progress.end();
  const report = buildReport({
    suite: { name: 'pca-conformance', version: packageVersion() },
    config: asked,
    runId,
    startedAt,
    durationMs: performance.now() - startedMs,
    allChecks,
    selected,
    ...hosted,
  });
  const exit = writeFiles(report, requested, flags);
  show({ ...report, exit }, flags);
  return exit.code;
}

/** Vitest and the emulator are loaded here, where everything that the user wrote has been found to be right. */
async function host(asked: RunConfig, runId: string, listener: HostListener): Promise<HostResult> {
  const [{ hostRun }, { hostTarget }] = await Promise.all([
    import('../run/vitest-host.js'),
    import('./hosted-target.js'),
  ]);
  const { choice: config, close } = await hostTarget(asked);
  // In process, the same seed makes the same run, down to the names of its CAs.
  const hosted = { config, runId: config.target === 'builtin' ? 'pca-builtin' : runId };
  try {
    return await hostRun(hosted, listener);
  } finally {
    await close();
  }
}

/** A filter can leave requirements that no check judges. */
function nothingToRun({ target, region }: RunConfig): HostResult {
  const name = { name: target, region, usableStatus: null, capabilities: {} };
  const session = { target: name, calls: 0, throttled: 0, leftovers: [], stopped: null, faults: [] };
  return { checks: [], session, interruptedBy: undefined, faults: [] };
}

/** Looks before the run whether its files can be written, so that a long run is not lost at its end. */
function requireWritable(outDir: string, requested: readonly RequestedReport[]): void {
  for (const path of [join(outDir, 'results.json'), ...requested.map((each) => each.path)]) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      const wasThere = existsSync(path);
      closeSync(openSync(path, 'a'));
      if (!wasThere) rmSync(path);
    } catch (error) {
      throw new CommandFailure(
        exitCodes.suiteFault,
        `${path} cannot be written, so nothing was run: ${reasonOf(error)}`,
      );
    }
  }
}

const renderers: Readonly<Record<RequestedReport['kind'], (report: Report, flags: RunFlags) => string>> = {
  json: renderJson,
  junit: renderJunit,
  console: (report, { out }) => renderConsole(report, { color: false, quiet: false, outDir: out }),
};

/** Writes what it can; a file that cannot be written is a fault of the suite, unless something graver happened. */
function writeFiles(report: Report, requested: readonly RequestedReport[], flags: RunFlags): Exit {
  const always: readonly RequestedReport[] = [
    { kind: 'junit', path: join(flags.out, 'junit.xml') },
    { kind: 'json', path: join(flags.out, 'results.json') },
  ];
  let { exit } = report;
  for (const { kind, path } of [...requested, ...always]) {
    try {
      writeFileSync(path, renderers[kind]({ ...report, exit }, flags));
    } catch (error) {
      const wasInterrupted = exit.code === exitCodes.interrupted || exit.code === exitCodes.terminated;
      if (!wasInterrupted) exit = { code: exitCodes.suiteFault, reason: `${path} was not written: ${reasonOf(error)}` };
    }
  }
  return exit;
}

function show(report: Report, { json, color, quiet, stats, out, target }: RunFlags): void {
  const useColor = color && process.env['NO_COLOR'] === undefined;
  const render = (stream: NodeJS.WriteStream): string =>
    renderConsole(report, { color: useColor && isTerminal(stream), quiet: quiet === true, outDir: out });
  const table = stats === true ? `\n${renderStrataTable(report)}` : '';
  if (json === true) {
    process.stderr.write(render(process.stderr) + table);
    process.stdout.write(renderJson(report));
    return;
  }
  process.stdout.write(render(process.stdout) + table);
  if (target === 'builtin' && report.exit.code === exitCodes.conforms && quiet !== true) {
    process.stdout.write('\nNext: judge an emulator with "npx pca-conformance run --target http://127.0.0.1:PORT".\n');
  }
}

/** A pipe has no `isTTY` at all, and picocolors takes a missing value for a question to the environment. */
function isTerminal({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true;
}
