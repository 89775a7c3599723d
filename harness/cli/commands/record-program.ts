// The words of `record`.

import type { Command } from 'commander';
import { defaults } from '../../run/session/run-config.js';
import { sourcesOf, withLiveOptions } from '../options/live-options.js';
import type { RecordFlags } from './record-command.js';
import { collect, withTargetOptions } from '../options/shared-options.js';
import type { Terminal } from '../output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function addRecordCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  const command = withLiveOptions(withTargetOptions(program.command('record')))
    .description('record what a target answers to a fixed corpus of cases: a ledger, of live AWS above all')
    .option('--out <file>', 'where the ledger goes', 'ledger.json')
    .option('--compare <ledger>', 'say what changed since an earlier one: drift (exit 1) or a flake')
    .option('--filter <glob>', 'only requirements or checks of this id (repeatable)', collect, [])
    .option('--concurrency <number>', 'calls under way at a time', String(defaults.concurrency))
    .option('--rate <number>', 'at most so many calls of each operation in a second')
    .option('--max-calls <number>', 'end after so many calls, without a ledger')
    .option('--quiet', 'the last lines only');
  command.action(async (flags: RecordFlags) => {
    const { recordCommand } = await import('./record-command.js');
    onExit(await recordCommand({ ...flags, ...sourcesOf(command) }, terminal));
  });
}
