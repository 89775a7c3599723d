// The commands and options, in the words that the user types. What runs them is loaded when it is needed.
// This folder holds the command line.

import { Command, CommanderError, Option, type OutputConfiguration } from 'commander';
import { defaults } from '../run/session/run-config.js';
import { addDiffCommand } from './commands/diff-program.js';
import { addDriverCommand } from './commands/driver-program.js';
import { usageError } from './output/failure.js';
import { suggestion } from './options/nearest.js';
import { addBaselineCommand } from './commands/baseline-program.js';
import { completeHelp } from './options/complete-help.js';
import { addCompletionCommand } from './commands/completion-program.js';
import { versionLines } from '../host/package-version.js';
import { addRecordCommand } from './commands/record-program.js';
import { addReportCommand } from './commands/report-program.js';
import type { RunFlags } from './options/run-options.js';
import { addSdkCommand } from './commands/sdk-program.js';
import type { SelftestFlags } from './commands/selftest-command.js';
import type { ServeFlags } from './commands/serve-command.js';
import { addSweepCommand } from './commands/live-program.js';
import { sourcesOf, withLiveOptions } from './options/live-options.js';
import { collect, modelRevisionOption, profileOption, withTargetOptions } from './options/shared-options.js';
import type { ReplayFlags } from './commands/replay-command.js';
import { withTraceOptions } from './options/trace-options.js';
import { addConfigOptions, addDoctorCommand, addInitCommand } from './commands/setup-program.js';
import type { OutputStream, Terminal } from './output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function buildProgram(terminal: Terminal, onExit: (code: number) => void): Command {
  const program = new Command('pca-conformance')
    .description(
      'Judges whether a mock, emulator or endpoint answers PutPolicy, GetPolicy and DeletePolicy of AWS Private CA as documented.',
    )
    .option('-V, --version', 'the versions of the suite, of its set of requirements, and of Node.js')
    .on('option:version', () => {
      const versions = versionLines();
      terminal.stdout.write(`${versions}\n`);
      throw new CommanderError(0, 'commander.version', versions);
    })
    .configureOutput(outputOf(terminal))
    .showHelpAfterError('Run "pca-conformance --help" to see every command and option.')
    .exitOverride();
  const run = addRunCommand(program, terminal, onExit);
  addDoctorCommand(withTargetOptions(program.command('doctor')), run, terminal, onExit);
  addInitCommand(program, run, terminal, onExit);
  program
    .command('list')
    .description('show every requirement with its level and its checks')
    .option('--sdk', 'those on clients, in place of those on services')
    .option('--json', 'as JSON')
    .action(async (flags: { readonly sdk?: boolean; readonly json?: boolean }) => {
      const { listCommand } = await import('./commands/list-command.js');
      onExit(listCommand(flags, terminal));
    });
  program
    .command('explain')
    .argument('<id>', 'such as POL-20')
    .description('show one requirement: statement, sources, acceptable answers, checks, examples')
    .option('--ledger <file>', 'also what a ledger recorded about it')
    .option('--json', 'as JSON')
    .action(async (id: string, flags: { readonly json?: boolean; readonly ledger?: string }) => {
      const { explainCommand } = await import('./commands/explain-command.js');
      onExit(explainCommand(id, flags, terminal));
    });
  program
    .command('emulators')
    .description('show the emulators that are known: how to install and to judge each, and what was last measured')
    .option('--json', 'as JSON')
    .action(async (flags: { readonly json?: boolean }) => {
      const { emulatorsCommand } = await import('./commands/emulators-command.js');
      onExit(await emulatorsCommand(flags, terminal));
    });
  addSdkCommand(program, terminal, onExit);
  addReportCommand(program, terminal, onExit);
  addDiffCommand(program, terminal, onExit);
  addBaselineCommand(program, terminal, onExit);
  const replay = program.command('replay').argument('<file>', 'a case that a run saved');
  withTraceOptions(withTargetOptions(replay), 'print every request and answer')
    .description('run a saved case again: FIXED (0), STILL FAILS or CHANGED (1), INDETERMINATE (4)')
    .action(async (file: string, flags: ReplayFlags) => {
      const { replayCommand } = await import('./commands/replay-command.js');
      onExit(await replayCommand(file, flags, terminal));
    });
  program
    .command('selftest')
    .description('judge the suite itself: faulty services must be noticed, conforming ones must pass')
    .option('--mutant <id>', 'only this one (repeatable)', collect, [])
    // The former name, for one release.
    .addOption(new Option('--deviant <id>').argParser(collect).default([]).hideHelp())
    .option('--seeds <number>', 'how many seeds each faulty service is judged with', '5')
    .option('--seed <number>', 'the seed of conforming services, and of the combinations of them', '1')
    .addOption(profileOption())
    .option('--report <json=path>', 'the scores as a file')
    .option('--json', 'the scores as JSON')
    .action(async ({ deviant, ...flags }: SelftestFlags & { readonly deviant: readonly string[] }) => {
      const { selftestCommand } = await import('./commands/selftest-command.js');
      onExit(await selftestCommand({ ...flags, mutant: [...flags.mutant, ...deviant] }, terminal));
    });
  program
    .command('serve')
    .description('host the reference service over HTTP, until SIGTERM or SIGINT')
    .option('--port <number>', '0 for a free one', '4566')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--seed-ca <number>', 'begin with so many active CAs', '0')
    .option('--require-signature', 'refuse calls that are not signed with the keys below')
    .option('--access-key <id>', 'the key that signs', defaults.target.accessKey)
    .option('--secret-key <key>', 'its secret', defaults.target.secretKey)
    .option('--account <id>', 'the account of the caller', '111122223333')
    .option('--region <region>', 'the region of the endpoint', defaults.target.region)
    .addOption(modelRevisionOption())
    .option('--state <file>', 'keep everything in this file, and begin with what is there')
    .action(async (flags: ServeFlags) => {
      const { serveCommand } = await import('./commands/serve-command.js');
      onExit(await serveCommand(flags, terminal));
    });
  addDriverCommand(program, terminal, onExit);
  addRecordCommand(program, terminal, onExit);
  addSweepCommand(program, terminal, onExit);
  addCompletionCommand(program, terminal);
  return completeHelp(program);
}

function widthOf({ isTTY, columns }: OutputStream): number {
  return isTTY === true && columns ? columns : 80;
}

/** Where help and errors go, and how wide they may be. */
function outputOf({ stdout, stderr }: Terminal): OutputConfiguration {
  return {
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    getOutHelpWidth: () => widthOf(stdout),
    getErrHelpWidth: () => widthOf(stderr),
    // The help has no colours, so that what looks like one was written by the user.
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}

function requireNoWords([word]: readonly string[], program: Command, command: Command): void {
  if (word === undefined) return;
  if (word.startsWith('-')) {
    const known = command.options.flatMap(({ long }) => long ?? []);
    throw usageError(`unknown option ${word}.${suggestion(word.split('=', 1)[0] ?? '', known)}`);
  }
  const known = program.commands.map((each) => each.name());
  throw usageError(`"${word}" is not a command; the commands are ${known.join(', ')}.${suggestion(word, known)}`);
}

function addRunCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): Command {
  const command = withTargetOptions(program.command('run', { isDefault: true }).argument('[words...]'))
    .description('judge a target (what happens without any command)')
    .addOption(profileOption())
    .option('--seed <number>', 'repeat the run that printed this seed')
    .option('--runs <number>', 'cases for each input class, in place of those of the profile')
    .option(
      '--concurrency <number>',
      'calls under way at a time, where the target is not in process',
      String(defaults.concurrency),
    )
    .option('--rate <number>', 'at most so many calls of each operation in a second')
    .option('--max-calls <number>', 'end the run after so many calls')
    .option('--max-time <duration>', 'end the run after this time, such as 10m')
    .addOption(
      new Option('--level <level>', 'the weakest evidence that may fail the target')
        .choices(['must', 'any-of'])
        .default('any-of'),
    )
    .option('--filter <glob>', 'only requirements or checks of this id (repeatable)', collect, [])
    .option('--shard <i/n>', 'only this part of the checks, of so many; "report merge" puts the parts together')
    .option('--capability <name=yes|no>', 'in place of what the probe finds (repeatable)', collect, [])
    .option('--against <ledger>', 'compare with the recorded answers of a ledger, in place of what the sources say')
    .option('--baseline <file>', 'failures that are known and accepted; "baseline create" writes it')
    .option('--out <folder>', 'where the files of the run go', '.pca/last')
    .option('--resume', 'go on with the run in that folder, which was interrupted; its time and calls count')
    .option(
      '--report <kind=path>',
      'one more report: json, junit, console, markdown, html, badge, matrix (repeatable)',
      collect,
      [],
    )
    .option('--json', 'the report as JSON on stdout, everything else on stderr')
    .option('--stats', 'a table of what was made of each input class')
    .option('--no-color', 'no colours')
    .option('--quiet', 'failures and the last lines only');
  withTraceOptions(command, 'print the requests and answers of each failure below it');
  withLiveOptions(command);
  addConfigOptions(command);
  // Whoever mistypes a command gives it options that are not those of `run`; the mistake is the command.
  const parsed = command.allowUnknownOption();
  parsed.action(async (words: readonly string[], flags: RunFlags & { readonly printConfig?: boolean }) => {
    requireNoWords(words, program, command);
    const { configure, namingOrigins } = await import('./options/configuration.js');
    const origins = await configure(command, command, terminal);
    if (flags.printConfig === true) {
      const { renderConfig } = await import('./options/print-config.js');
      terminal.stdout.write(renderConfig(command, origins));
      onExit(0);
      return;
    }
    const { runCommand } = await import('./commands/run-command.js');
    onExit(
      await namingOrigins(origins, () => runCommand({ ...command.opts<RunFlags>(), ...sourcesOf(command) }, terminal)),
    );
  });
  return command;
}
