// `run`: judges a target, shows the report, writes the files.

import { randomBytes } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderConsole } from '../../reports/console.js';
import { renderGithubAnnotations } from '../../reports/github-annotations.js';
import { renderJson } from '../../reports/json.js';
import { renderMarkdown } from '../../reports/markdown.js';
import { renderStrataTable } from '../../reports/strata-table.js';
import { checksOf } from '../../suites/all-checks.js';
import type { Report } from '../api/report.js';
import { buildReport } from '../run/build-report.js';
import { ledgerChecks } from '../ledger/ledger-checks.js';
import type { Check } from '../run/check.js';
import { exitCodes, type Exit } from '../run/exit-code.js';
import { selectChecks } from '../run/select-checks.js';
import type { RunConfig } from '../run/run-config.js';
import type { HostListener, HostResult } from '../run/vitest-host.js';
import { usesColor } from './color.js';
import { reasonOf } from './failure.js';
import { packageVersion } from './package-version.js';
import { enterLive, showLeftovers, showWayOn, withoutSecrets } from './live-entry.js';
import { createProgress } from './progress.js';
import { readLedgerFile } from './read-ledger-file.js';
import { renderReport } from './report-forms.js';
import { requireWritable } from './require-writable.js';
import { leftOutNotice } from './trace-options.js';
import { targetOf } from './target-options.js';
import { readReports, readRunFlags, type RequestedReport, type RunFlags } from './run-options.js';

/** Resolves with the exit code. */
export async function runCommand(flags: RunFlags): Promise<number> {
  const { asked, allChecks } = readAsked(flags);
  const requested = readReports(flags.report);
  requireWritable([join(asked.outDir, 'results.json'), asked.traceFile, ...requested.map(({ path }) => path)]);
  const selected = selectChecks(allChecks, asked);
  const entry =
    asked.live === undefined ? undefined : await enterLive(asked, flags, { kind: 'checks', checks: selected });
  if (entry?.kind === 'planned') return exitCodes.conforms;
  const runId = `pca-${randomBytes(6).toString('hex')}`;
  const progress = createProgress({ total: selected.length, quiet: flags.quiet === true });
  const startedAt = new Date().toISOString();
  const startedMs = performance.now();
  const hosted =
    selected.length === 0
      ? nothingToRun(asked)
      : await withoutSecrets(entry?.redactor, () => host(asked, runId, progress)).finally(() => progress.end());
  const built = buildReport({
    suite: { name: 'pca-conformance', version: packageVersion() },
    config: asked,
    runId,
    startedAt,
    durationMs: performance.now() - startedMs,
    allChecks,
    selected,
    ...hosted,
  });
  const report = entry?.redactor.value(built) ?? built;
  const exit = writeFiles(report, requested, flags);
  show({ ...report, exit }, flags);
  if (asked.live !== undefined) {
    showLeftovers({ leftovers: built.leftovers, costUsd: built.run.costUsd, live: asked.live });
    showWayOn(built.run);
  }
  const notice = leftOutNotice(asked.traceFile, hosted.session?.exchangesLeftOut);
  if (notice !== undefined) process.stderr.write(notice);
  return exit.code;
}

/** What is to be run: the checks of the suite, or those that a ledger makes. */
function readAsked(flags: RunFlags): { readonly asked: RunConfig; readonly allChecks: readonly Check[] } {
  const allChecks =
    flags.against === undefined
      ? checksOf(flags.modelRevision)
      : ledgerChecks(readLedgerFile('--against', flags.against));
  return { asked: readRunFlags(flags, allChecks), allChecks };
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

/** Writes what it can; a file that cannot be written is a fault of the suite, unless something graver happened. */
function writeFiles(report: Report, requested: readonly RequestedReport[], flags: RunFlags): Exit {
  const always: readonly RequestedReport[] = [
    { kind: 'junit', path: join(flags.out, 'junit.xml') },
    { kind: 'html', path: join(flags.out, 'report.html') },
    { kind: 'markdown', path: join(flags.out, 'summary.md') },
    { kind: 'json', path: join(flags.out, 'results.json') },
  ];
  let { exit } = report;
  const tryToWrite = (path: string, write: () => void): void => {
    try {
      write();
    } catch (error) {
      const wasInterrupted = exit.code === exitCodes.interrupted || exit.code === exitCodes.terminated;
      if (!wasInterrupted) exit = { code: exitCodes.suiteFault, reason: `${path} was not written: ${reasonOf(error)}` };
    }
  };
  const stepSummary = process.env['GITHUB_STEP_SUMMARY'];
  if (stepSummary !== undefined && stepSummary !== '') {
    tryToWrite(stepSummary, () => appendFileSync(stepSummary, renderMarkdown({ ...report, exit })));
  }
  for (const { kind, path } of [...requested, ...always]) {
    tryToWrite(path, () => writeFileSync(path, renderReport(kind, { ...report, exit }, path, flags.out)));
  }
  return exit;
}

function show(report: Report, flags: RunFlags): void {
  const { json, color, quiet, stats, out } = flags;
  const render = (stream: NodeJS.WriteStream): string =>
    renderConsole(report, {
      color: usesColor(stream, { color }),
      quiet: quiet === true,
      outDir: out,
      columns: stream.isTTY ? stream.columns : undefined,
    });
  const table = stats === true ? `\n${renderStrataTable(report)}` : '';
  const shown = (stream: NodeJS.WriteStream): string => withAnnotations(report, render(stream) + table);
  if (json === true) {
    process.stderr.write(shown(process.stderr));
    process.stdout.write(renderJson(report));
    return;
  }
  process.stdout.write(shown(process.stdout));
  if (targetOf(flags) === 'builtin' && report.exit.code === exitCodes.conforms && quiet !== true) {
    process.stdout.write('\nNext: judge an emulator with "npx pca-conformance run --target http://127.0.0.1:PORT".\n');
  }
}

/**
 * In a job of GitHub, what failed is also shown beside the log. The text before is not searched for commands, which a
 * target could have written into its answers; nobody can know the word that ends this.
 */
function withAnnotations(report: Report, text: string): string {
  if (process.env['GITHUB_ACTIONS'] !== 'true') return text;
  const word = randomBytes(16).toString('hex');
  return `::stop-commands::${word}\n${text}\n::${word}::\n${renderGithubAnnotations(report)}`;
}
