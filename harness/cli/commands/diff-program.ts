// The words of `diff`. What runs it is loaded when it is needed.

import type { Command } from 'commander';
import type { DiffFlags } from './diff-command.js';
import { collect, profileOption, withEndpointOptions } from '../options/shared-options.js';
import type { Terminal } from '../output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function addDiffCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  const command = program
    .command('diff')
    .description('run the same programs on two targets, and show the shortest on which they differ')
    .requiredOption('--left <target>', '"builtin", "builtin:http", or the URL of an emulator')
    .requiredOption('--right <target>', 'the other one')
    .option('--left-access-key <id>', 'to sign for the left target, in place of --access-key')
    .option('--left-secret-key <key>', 'to sign for the left target, in place of --secret-key')
    .option('--right-access-key <id>', 'to sign for the right target, in place of --access-key')
    .option('--right-secret-key <key>', 'to sign for the right target, in place of --secret-key');
  withEndpointOptions(command)
    .addOption(profileOption())
    .option('--seed <number>', 'repeat the programs of the run that printed this seed')
    .option('--runs <number>', 'cases for each input class, in place of those of the profile')
    .option('--max-time <duration>', 'end after this time, such as 10m')
    .option('--filter <glob>', 'only requirements or checks of this id (repeatable)', collect, [])
    .option('--out <folder>', 'where differing programs are saved as cases', '.pca/diff')
    .option('--json', 'the differences as JSON on stdout, everything else on stderr')
    .option('--no-color', 'no colours')
    .option('--quiet', 'differences and the last lines only')
    .action(async (flags: DiffFlags) => {
      const { diffCommand } = await import('./diff-command.js');
      onExit(await diffCommand(flags, terminal));
    });
}
