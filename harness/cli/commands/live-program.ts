// The words of what reaches live AWS: the options of `run` for it, and `sweep`.

import type { Command } from 'commander';
import { collect } from '../options/shared-options.js';
import type { SweepFlags } from './sweep-command.js';
import type { Terminal } from '../output/terminal.js';

/** Who may be reached, and what may be done there. */
export function withLiveOptions(command: Command): Command {
  return withAccountOptions(command)
    .option('--create-ca', 'live AWS: create CAs, and delete them afterwards')
    .option('--ca-arn <arn>', 'live AWS: a tagged CA of yours whose policy may be changed (repeatable)', collect, [])
    .option('--plan', 'live AWS: show what the run would take, and send nothing')
    .option('--yes', 'live AWS: agree to the plan beforehand')
    .option('--max-cost <usd>', 'live AWS: end the run before its CAs cost more')
    .option('--max-minutes <number>', 'end the run after so many minutes');
}

function withAccountOptions(command: Command): Command {
  return command
    .option('--allow-account <id>', 'live AWS: the one account that may be used')
    .option('--allow-region <region>', 'live AWS: a region that may be used (repeatable)', collect, [])
    .option('--journal <folder>', 'live AWS: where the journals of runs are', '.pca/journal');
}

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

/** Where the words that decide what is touched come from. */
export interface LiveSources {
  readonly targetIsSpeltOut: boolean;
  readonly regionIsGiven: boolean;
}

export function sourcesOf(command: Command): LiveSources {
  const source = (option: string): string | undefined => command.getOptionValueSource(option);
  return {
    targetIsSpeltOut: source('target') === 'cli',
    regionIsGiven: ['cli', 'config'].includes(source('region') ?? 'default'),
  };
}
