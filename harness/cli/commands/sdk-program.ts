// The words of `sdk`. What runs it is loaded when it is needed.

import { Option, type Command } from 'commander';
import type { SdkFlags } from './sdk-command.js';
import { collect } from '../options/shared-options.js';
import type { Terminal } from '../output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function addSdkCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  program
    .command('sdk')
    .description('judge a client: what it sends to a scripted service, and what it makes of the answers')
    .option(
      '--driver <command>',
      'a program that speaks the driver protocol (default: the AWS SDK for JavaScript, in process)',
    )
    .option('--seed <number>', 'repeat the run that printed this seed')
    .option('--concurrency <number>', 'cases under way at a time, where the calls of the driver may overlap', '8')
    .addOption(
      new Option('--level <level>', 'the weakest evidence that may fail the client')
        .choices(['must', 'any-of'])
        .default('any-of'),
    )
    .option('--filter <glob>', 'only requirements or checks of this id (repeatable)', collect, [])
    .option('--out <folder>', 'where the files of the run go', '.pca/sdk')
    .option(
      '--report <kind=path>',
      'one more report: json, junit, console, markdown, html, badge, matrix (repeatable)',
      collect,
      [],
    )
    .option('--json', 'the report as JSON on stdout, everything else on stderr')
    .option('--no-color', 'no colours')
    .option('--quiet', 'failures and the last lines only')
    .action(async (flags: SdkFlags) => {
      const { sdkCommand } = await import('./sdk-command.js');
      onExit(await sdkCommand(flags, terminal));
    });
}
