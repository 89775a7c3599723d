// The words of `baseline`. What runs them is loaded when it is needed.

import type { Command } from 'commander';
import type { BaselineFlags } from './baseline-command.js';
import type { Terminal } from '../output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function addBaselineCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  const command = program
    .command('baseline')
    .description('keep the failures that are known and accepted, for "run --baseline"');
  command
    .command('create')
    .argument('<results>', 'the results.json of a run, with its cases/ beside it')
    .description('write an entry for every failure of a run')
    .option('-o, --output <file>', 'where to write, in place of the terminal')
    .option('--reason <text>', 'why they are accepted', 'there when the baseline was made')
    .option('--issue <address>', 'where they are followed up')
    .option('--expires <day>', 'the last day on which the entries hold, such as 2027-03-31')
    .action(async (results: string, flags: BaselineFlags) => {
      const { baselineCreate } = await import('./baseline-command.js');
      onExit(await baselineCreate(results, flags, terminal));
    });
  command
    .command('prune')
    .argument('<file>', 'the baseline')
    .argument('[results]', 'the results.json of a run with it')
    .description(
      'take out what the run made again and found to fail no longer, and entries of checks that there are no more',
    )
    .action(async (file: string, results: string | undefined) => {
      const { baselinePrune } = await import('./baseline-command.js');
      onExit(baselinePrune(file, results, terminal));
    });
  command
    .command('check')
    .argument('<file>', 'the baseline')
    .argument('[results]', 'the results.json of a run, to be judged by it')
    .description('is it well-formed (else exit 2), up to date (else 3), and does it have every failure (else 1)?')
    .action(async (file: string, results: string | undefined) => {
      const { baselineCheck } = await import('./baseline-command.js');
      onExit(baselineCheck(file, results, terminal));
    });
}
