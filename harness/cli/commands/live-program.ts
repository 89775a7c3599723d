// Declares `sweep`.

import type { Command } from 'commander';
import { collect } from '../options/shared-options.js';
import type { SweepFlags } from './sweep-command.js';
import type { Terminal } from '../output/terminal.js';
import { sourcesOf, withAccountOptions } from '../options/live-options.js';

/** Calls back with the exit code of the command that was run. */
export function addSweepCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  const command = withAccountOptions(
    program
      .command('sweep')
      .description('find what runs on live AWS left over: CAs by tag and journal, policies that were not put back')
      .option('--target <target>', '"aws", which has to be spelt out')
      .option('--region <region>', 'the region to look in'),
  )
    .option('--delete', 'remove what is found; without it, nothing is changed')
    .option('--dry-run', 'change nothing, which is what happens without --delete')
    .option('--ended <run>', 'a run that is over, whatever its journal and tags say (repeatable)', collect, [])
    .option('--rate <number>', 'at most so many calls of each operation in a second')
    .option('--json', 'as JSON');
  command.action(async (flags: SweepFlags) => {
    const { sweepCommand } = await import('./sweep-command.js');
    onExit(await sweepCommand({ ...flags, ...sourcesOf(command) }, terminal));
  });
}
