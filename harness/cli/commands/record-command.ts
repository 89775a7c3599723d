// `record`: captures the answers of a target to the corpus, and compares them with an earlier ledger.

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { openUnknowns } from '../../../generators/open-unknowns.js';
import { terminalText } from '../../../reports/text/terminal-text.js';
import { corpusOf, type CorpusCase } from '../../../suites/recorded-corpus.js';
import type { Ledger } from '../../files/ledger-file.js';
import { partitionOf } from '../../api/resource-arn.js';
import { compareLedgers, type LedgerChange } from '../../ledger/compare-ledgers.js';
import { corpusHash, recordCorpus } from '../../ledger/record.js';
import { openLiveRun } from '../../live/open-live-run.js';
import type { LiveRun } from '../../live/live-run.js';
import { systemClock } from '../../run/session/clock.js';
import { exitCodes } from '../../results/exit-code.js';
import { targetName } from '../../run/session/target-choice.js';
import { matchesFilters } from '../../run/cases/select-checks.js';
import { createCaseSession, type CaseSession } from '../../run/cases/case-session.js';
import { isReasonToStop } from '../../run/session/reason-to-stop.js';
import { CommandFailure, usageError } from '../output/failure.js';
import { hostTarget, type HostedTarget } from '../live/hosted-target.js';
import { enterLive, showLeftovers, withoutSecrets, type LiveConfig } from '../live/live-entry.js';
import { packageVersion } from '../../host/package-version.js';
import { readLedgerFile } from '../options/read-ledger-file.js';
import { remainingLine } from '../output/show-report.js';
import { requireWritable } from '../output/require-writable.js';
import { listenForSignals } from '../output/signals.js';
import { budgetOptions } from '../../run/options/budget-options.js';
import type { Parsed } from '../../run/options/option-table.js';
import { budgetOf, defaults } from '../../run/session/run-config.js';
import type { GivenOptions } from '../options/given-options.js';
import { readLive } from '../options/read-live.js';
import { readJudging, readTarget } from '../options/read-target.js';
import { filterOptions, recordOptions } from '../options/record-options.js';
import type { Terminal } from '../output/terminal.js';

/** Resolves with the exit code: 0 recorded, 1 with drift, 4 incomplete, 8 with CAs left over. */
export async function recordCommand(given: GivenOptions, terminal: Terminal): Promise<number> {
  const target = readTarget(given, terminal, { mayBeLive: true });
  const options = given.of(recordOptions);
  const { filters } = given.of(filterOptions);
  const judging = readJudging(given, target.choice);
  const before = options.compare === undefined ? undefined : readLedgerFile('--compare', options.compare);
  const corpus = corpusOf(judging.modelRevision).filter(
    ({ requirement, check }) => filters.length === 0 || matchesFilters([requirement, check], filters),
  );
  if (corpus.length === 0) throw usageError('--filter leaves no case; "pca-conformance list" shows the ids.');
  requireWritable([options.out]);
  const limits = budgetOf(given.of(budgetOptions), 'ci');
  const budget = target.choice.kind === 'builtin' ? { ...limits, concurrency: 1 } : limits;
  const config: LiveConfig = {
    target,
    selection: { ...defaults.selection, runs: 1, filters },
    budget,
    judging,
    ...(target.choice.kind === 'aws' ? readLive(given, budget, Date.now()) : {}),
  };
  const entry =
    config.live === undefined ? undefined : await enterLive(config, given, { kind: 'corpus', corpus }, terminal);
  if (entry?.kind === 'planned') return exitCodes.conforms;
  const { target: hosted, open, close } = await hostTarget(target, judging);
  try {
    return await withoutSecrets(entry?.redactor, () =>
      record({ options, config: { ...config, target: hosted }, open, corpus, before, terminal }),
    );
  } finally {
    await close();
  }
}

interface Task {
  readonly options: Parsed<typeof recordOptions>;
  readonly config: LiveConfig;
  readonly open: HostedTarget['open'];
  readonly corpus: readonly CorpusCase[];
  readonly before: Ledger | undefined;
  readonly terminal: Terminal;
}

async function record(task: Task): Promise<number> {
  const { config, open, terminal } = task;
  const signals = listenForSignals(terminal);
  const runId = `pca-${randomBytes(6).toString('hex')}`;
  const live = await openLiveRun(config, runId, systemClock);
  const session = createCaseSession({
    config,
    target: await open(),
    runId,
    acceptedPolicy,
    clock: systemClock,
    signal: signals.signal,
    onEvent: () => {},
    authorities: live?.authorities,
    provided: live?.provided,
  });
  const stopped = await tryToRecord(task, session, live);
  const costUsd = session.pool.costUsd();
  const leftovers = await session.close();
  terminal.stderr.write(remainingLine(session.pool.remainingCount()));
  live?.close(leftovers.length === 0);
  signals.stop();
  showLeftovers({ leftovers, ...(config.live === undefined ? {} : { costUsd, live: config.live }) }, terminal);
  const interrupted = signals.received();
  if (interrupted !== undefined) return interrupted;
  if (leftovers.length > 0) return exitCodes.leftovers;
  if (stopped.kind === 'stopped') throw new CommandFailure(exitCodes.inconclusive, `record: ${stopped.reason}.`);
  return stopped.drifted ? exitCodes.diverges : exitCodes.conforms;
}

type Recorded =
  { readonly kind: 'recorded'; readonly drifted: boolean } | { readonly kind: 'stopped'; readonly reason: string };

/** Writes the ledger if it is complete. */
async function tryToRecord(
  { options, config, corpus, before, terminal }: Task,
  session: CaseSession,
  live: LiveRun | undefined,
): Promise<Recorded> {
  const { concurrency } = config.budget;
  const { modelRevision } = config.judging;
  const { choice, region } = config.target;
  try {
    await session.probe();
    let captured = 0;
    const onCase = (): void => {
      captured += 1;
      if (!options.quiet && captured % 100 === 0) {
        terminal.stderr.write(`${captured} of ${2 * corpus.length} captures\n`);
      }
    };
    const cases = await recordCorpus(corpus, { context: session, concurrency: 2 * concurrency, onCase });
    const ledger: Ledger = {
      schema: 'pca-conformance/ledger/1',
      suite: { name: 'pca-conformance', version: packageVersion() },
      corpus: corpusHash(corpus),
      modelRevision,
      target: targetName(choice),
      region,
      partition: partitionOf(region),
      recordedOn: new Date().toISOString().slice(0, 10),
      cases,
      unreached: openUnknowns.flatMap(({ id, question, unreached: reason }) =>
        reason === undefined ? [] : [{ id, question, reason }],
      ),
    };
    const redacted = live?.redactor.value(ledger) ?? ledger;
    writeFileSync(options.out, `${JSON.stringify(redacted, undefined, 2)}\n`);
    const changes = before === undefined ? [] : await compareLedgers(before, redacted, session);
    show(redacted, changes, options, terminal);
    return { kind: 'recorded', drifted: changes.some(({ kind }) => kind === 'drift') };
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    return { kind: 'stopped', reason: live?.redactor.text(error.message) ?? error.message };
  }
}

function show(
  ledger: Ledger,
  changes: readonly LedgerChange[],
  { out, compare }: Task['options'],
  { stdout }: Terminal,
): void {
  const settled = ledger.cases.filter((each) => each.settled).length;
  const lines = [
    `${ledger.cases.length} cases, ${settled} settled, ${ledger.unreached.length} questions that cannot be asked`,
    ...changes.map(({ id, kind, before, after }) =>
      before === undefined ? `${kind}: ${id}` : `${kind}: ${id}: ${before} became ${after ?? ''}`,
    ),
    ...(compare === undefined || changes.length > 0 ? [] : [`nothing changed since ${compare}`]),
    `ledger in ${out}`,
  ];
  for (const line of lines) stdout.write(`${terminalText(line, 1_000)}\n`);
}
