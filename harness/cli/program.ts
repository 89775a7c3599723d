// The commands, each of which declares itself; their implementations are loaded when needed.
// This folder holds the command line.

import { Command, CommanderError, type OutputConfiguration } from 'commander';
import { versionLines } from '../host/package-version.js';
import { addBaselineCommand } from './commands/baseline-program.js';
import type { CommandHost } from './commands/declare-command.js';
import { addDiffCommand } from './commands/diff-program.js';
import { addDoctorCommand } from './commands/doctor-program.js';
import { addDriverCommand } from './commands/driver-program.js';
import { addEmulatorsCommand } from './commands/emulators-program.js';
import { addExplainCommand } from './commands/explain-program.js';
import { addInitCommand } from './commands/init-program.js';
import { addListCommand } from './commands/list-program.js';
import { addRecordCommand } from './commands/record-program.js';
import { addReplayCommand } from './commands/replay-program.js';
import { addReportCommand } from './commands/report-program.js';
import { addRunCommand } from './commands/run-program.js';
import { addSdkCommand } from './commands/sdk-program.js';
import { addSelftestCommand } from './commands/selftest-program.js';
import { addServeCommand } from './commands/serve-program.js';
import { addSweepCommand } from './commands/sweep-program.js';
import { commandExamples } from './options/command-examples.js';
import { suggestChoices } from './options/command-options.js';
import type { OutputStream, Terminal } from './output/terminal.js';

/** In the order of the help. */
const commands: readonly ((host: CommandHost) => void)[] = [
  addRunCommand,
  addDoctorCommand,
  addInitCommand,
  addListCommand,
  addExplainCommand,
  addEmulatorsCommand,
  addSdkCommand,
  addReportCommand,
  addDiffCommand,
  addBaselineCommand,
  addReplayCommand,
  addSelftestCommand,
  addServeCommand,
  addDriverCommand,
  addRecordCommand,
  addSweepCommand,
];

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
  for (const add of commands) add({ program, terminal, onExit });
  completeHelp(program, []);
  return program;
}

/** Also for the subcommands: examples at the end of each help, descriptions as the tables of options build them. */
function completeHelp(command: Command, words: readonly string[]): void {
  command.configureHelp({ optionDescription: ({ description }) => description });
  for (const argument of command.registeredArguments) if (argument.argChoices !== undefined) suggestChoices(argument);
  const examples = commandExamples[words.join(' ')] ?? [];
  if (examples.length > 0) {
    command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`);
  }
  for (const sub of command.commands) completeHelp(sub, [...words, sub.name()]);
}

function widthOf({ isTTY, columns }: OutputStream): number {
  return isTTY === true && columns ? columns : 80;
}

/** Where help and errors are written, and their maximum width. */
function outputOf({ stdout, stderr }: Terminal): OutputConfiguration {
  return {
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    getOutHelpWidth: () => widthOf(stdout),
    getErrHelpWidth: () => widthOf(stderr),
    // The help has no colours, so that anything that looks like one comes from the user's input.
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}
