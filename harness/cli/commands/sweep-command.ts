// `sweep`: finds what runs on live AWS left behind, and removes it with `--delete`.

import { terminalText } from '../../../reports/text/terminal-text.js';
import { awsRate, rateFor } from '../../api/quotas.js';
import { readOpenJournals } from '../../live/journal.js';
import { UnreadableAccount } from '../../live/list-authorities.js';
import { sweep, type Swept } from '../../live/sweep.js';
import { systemClock } from '../../run/session/clock.js';
import { exitCodes } from '../../results/exit-code.js';
import { defaults } from '../../run/session/run-config.js';
import { createSettling } from '../../run/session/settling.js';
import { lagBoundMs } from '../../run/judge/levels.js';
import { CommandFailure, usageError } from '../output/failure.js';
import { enterAccount, openLiveCaller } from '../live/live-access.js';
import { pick } from '../../run/options/option-table.js';
import { jsonOptions } from '../options/display-options.js';
import type { GivenOptions } from '../options/given-options.js';
import { liveTarget, requireOfflineGuards, thisHost } from '../options/read-live.js';
import { sweepOptions } from '../options/sweep-options.js';
import type { Terminal } from '../output/terminal.js';

/** Resolves with the exit code: 0 if nothing is left over, else 8. */
export async function sweepCommand(given: GivenOptions, terminal: Terminal): Promise<number> {
  const target = given.text('target');
  if (target !== undefined && target !== liveTarget) {
    throw usageError(`--target ${target} leaves nothing behind to sweep; only aws does.`);
  }
  const { deletes, dryRun } = given.of(pick(sweepOptions, 'deletes', 'dryRun'));
  if (deletes && dryRun) throw usageError('--delete and --dry-run exclude each other; give one of them.');
  requireOfflineGuards(given, 'none-needed', terminal);
  const { region = '', allowAccount = '', journal, rate = awsRate, ended } = given.of(sweepOptions);
  const { json } = given.of(jsonOptions);
  const { redactor } = await enterAccount(region, allowAccount, terminal);
  const { settleMs } = defaults.judging;
  const { caller, close } = await openLiveCaller({ region, rate: (kind) => rateFor(kind, rate) });
  try {
    const swept = await sweep({
      caller,
      clock: systemClock,
      settling: createSettling(lagBoundMs(settleMs)),
      lagMs: lagBoundMs(settleMs),
      journals: readOpenJournals(journal).filter(({ head }) => head.account === allowAccount && head.region === region),
      deletes,
      endedRuns: ended,
      host: thisHost(),
      dateMs: Date.now(),
    });
    show(
      json ? redactor.value(swept) : swept,
      { json, deletes },
      (text) => text.replaceAll(allowAccount, '<account>'),
      terminal,
    );
    return swept.some(({ outcome }) => outcome === 'found' || outcome === 'failed')
      ? exitCodes.leftovers
      : exitCodes.conforms;
  } catch (error) {
    if (!(error instanceof UnreadableAccount)) throw error;
    throw new CommandFailure(exitCodes.inconclusive, redactor.text(`sweep: ${error.message}`));
  } finally {
    await close();
  }
}

const words: Readonly<Record<Swept['outcome'], string>> = {
  found: 'left over',
  removed: 'removed',
  'in-use': 'in use by a run that may be alive',
  failed: 'not removed',
};

/** The user must know which CA it is, but not whose account, which is theirs. */
function show(
  swept: readonly Swept[],
  { json, deletes }: { readonly json: boolean; readonly deletes: boolean },
  redact: (text: string) => string,
  { stdout }: Terminal,
): void {
  if (json) {
    stdout.write(`${JSON.stringify({ swept }, undefined, 2)}\n`);
    return;
  }
  if (swept.length === 0) stdout.write('Nothing is left over.\n');
  for (const { kind, arn, run, outcome, reason } of swept) {
    const what = kind === 'authority' ? 'CA' : 'policy of your CA';
    const line = `${words[outcome]}: ${what} ${arn}, of ${run}${reason === undefined ? '' : `: ${reason}`}`;
    stdout.write(`${terminalText(redact(line), 1_000)}\n`);
  }
  if (!deletes && swept.some(({ outcome }) => outcome === 'found')) {
    stdout.write('Nothing was changed; add --delete to remove what is left over.\n');
  }
}
