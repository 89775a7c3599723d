// `run`: judges a target, shows the report, writes the files.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { terminalText } from '../../../reports/text/terminal-text.js';
import { renderInputClassesTable } from '../../../reports/input-class-table.js';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { checksOf } from '../../../suites/all-checks.js';
import type { Report } from '../../files/report.js';
import { buildReport } from '../../results/build-report.js';
import { exitCodes } from '../../results/exit-code.js';
import { selectChecks } from '../../run/cases/select-checks.js';
import type { RunConfig } from '../../run/session/run-config.js';
import { targetName } from '../../run/session/target-choice.js';
import { runSuite, type HostResult, type RunListener, type Suite } from '../../host/run-suite.js';
import { packageVersion } from '../../host/package-version.js';
import { createProgress } from '../output/progress.js';
import { requireWritable } from '../output/require-writable.js';
import { leftOutNotice, remainingLine, showReport } from '../output/show-report.js';
import { writeReportFiles } from '../output/write-report-files.js';
import { listenForSignals } from '../output/signals.js';
import { hostTarget } from '../live/hosted-target.js';
import { evidenceOptions, judgingOptions } from '../../run/options/judging-options.js';
import { pick } from '../../run/options/option-table.js';
import { displayOptions, reportOptions, runDisplayOptions } from '../options/display-options.js';
import type { GivenOptions } from '../options/given-options.js';
import { readReports, readRun } from '../options/read-run.js';
import type { Terminal } from '../output/terminal.js';

/** Resolves with the exit code. */
export async function runCommand(given: GivenOptions, terminal: Terminal): Promise<number> {
  const { asked, ledger, allChecks } = await readAsked(given, terminal);
  const { quiet } = given.of(displayOptions);
  const requested = readReports(given.of(reportOptions).reports, terminal);
  requireWritable([
    join(asked.output.outDir, 'results.json'),
    asked.output.traceFile,
    ...requested.map(({ path }) => path),
  ]);
  const selected = selectChecks(allChecks, asked.selection);
  const live = asked.live === undefined ? undefined : await import('../live/live-entry.js');
  const entry = await live?.enterLive(asked, given, { kind: 'checks', checks: selected }, terminal);
  if (entry?.kind === 'planned') return exitCodes.conforms;
  const runId = `pca-${randomBytes(6).toString('hex')}`;
  const progress = createProgress({ total: selected.length, quiet, terminal });
  if (!quiet) terminal.stderr.write(headLine(asked));
  const startedAt = new Date().toISOString();
  const startedMs = performance.now();
  const run = (): Promise<Hosted> =>
    host({ asked, runId, allChecks, selected, ledger }, terminal, progress).finally(() => progress.end());
  const hosted =
    selected.length === 0
      ? nothingToRun(asked)
      : await (live === undefined ? run() : live.withoutSecrets(entry?.redactor, run));
  const built = buildReport({
    suite: { name: 'pca-conformance', version: packageVersion() },
    config: asked,
    runId,
    startedAt,
    durationMs: performance.now() - startedMs + (asked.resumption?.elapsedMs ?? 0),
    allChecks,
    selected,
    ...hosted,
  });
  const report = entry?.redactor.value(built) ?? built;
  const exit = writeReportFiles(report, requested, asked.output.outDir, terminal);
  show({ ...report, exit }, asked, given, terminal);
  live?.showLeftovers({ leftovers: built.leftovers, costUsd: built.run.costUsd, live: asked.live }, terminal);
  live?.showWayOn(built.run, terminal);
  terminal.stderr.write(remainingLine(built.target.remaining ?? 0));
  const notice = leftOutNotice(asked.output.traceFile, hosted.session?.exchangesLeftOut);
  if (notice !== undefined) terminal.stderr.write(notice);
  return exit.code;
}

/** Printed before the first call, so that the seed is known even if the process dies. */
function headLine({ target, selection: { profile, seed } }: RunConfig): string {
  const name = targetName(target.choice);
  return `${terminalText(`pca-conformance ${packageVersion()}, target ${name}, profile ${profile}, seed ${seed}`)}\n`;
}

/** The checks to run: those of the suite, or those made from a ledger. */
async function readAsked(given: GivenOptions, terminal: Terminal): Promise<Asked> {
  const { against } = given.of(pick(evidenceOptions, 'against'));
  const { modelRevision } = given.of(pick(judgingOptions, 'modelRevision'));
  const { ledger, allChecks } =
    against === undefined ? { ledger: undefined, allChecks: checksOf(modelRevision) } : await readRecorded(against);
  return { asked: await readRun(given, allChecks, terminal), ledger, allChecks };
}

async function readRecorded(path: string): Promise<Pick<Asked, 'ledger' | 'allChecks'>> {
  const [{ readLedgerFile }, { ledgerChecks }] = await Promise.all([
    import('../options/read-ledger-file.js'),
    import('../../ledger/ledger-checks.js'),
  ]);
  const ledger = readLedgerFile('--against', path);
  return { ledger, allChecks: ledgerChecks(ledger) };
}

type Asked = Pick<Suite, 'allChecks' | 'ledger'> & { readonly asked: RunConfig };

async function host(
  { asked, ...suite }: Asked & Pick<Suite, 'runId' | 'selected'>,
  terminal: Terminal,
  listener: RunListener,
): Promise<Hosted> {
  const { target, open, close } = await hostTarget(asked.target, asked.judging);
  const signals = listenForSignals(terminal);
  try {
    const result = await terminal.quietly(() =>
      runSuite(
        {
          ...suite,
          config: { ...asked, target },
          // In process, the same seed repeats the same run, including the names of its CAs.
          runId: target.choice.kind === 'builtin' ? 'pca-builtin' : suite.runId,
          suiteVersion: packageVersion(),
          makeTarget: open,
          acceptedPolicy,
          signal: signals.signal,
        },
        listener,
      ),
    );
    return { ...result, interruptedBy: signals.first() };
  } finally {
    signals.stop();
    await close();
  }
}

type Hosted = HostResult & Pick<Parameters<typeof buildReport>[0], 'interruptedBy'>;

/** A filter can leave requirements that no check judges. */
function nothingToRun({ target: { choice, region } }: RunConfig): Hosted {
  const name = { name: targetName(choice), region, usableStatus: null, capabilities: {} };
  const counts = { calls: 0, throttled: 0, transient: 0 };
  const session = { target: name, ...counts, leftovers: [], stopped: null, faults: [], charged: [], remarks: [] };
  return { checks: [], session, interruptedBy: undefined, faults: [] };
}

function show(report: Report, { target, output }: RunConfig, given: GivenOptions, terminal: Terminal): void {
  const { json, quiet, color } = given.of(displayOptions);
  const { stats } = given.of(runDisplayOptions);
  showReport(
    report,
    { json, quiet, color, outDir: output.outDir },
    terminal,
    stats ? `\n${renderInputClassesTable(report)}` : '',
  );
  if (json) return;
  if (target.choice.kind === 'builtin' && report.exit.code === exitCodes.conforms && !quiet) {
    terminal.stdout.write('\nNext: judge an emulator with "npx pca-conformance run --target http://127.0.0.1:PORT".\n');
  }
}
