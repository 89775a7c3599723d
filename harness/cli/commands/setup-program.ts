// The words of what prepares a run: the configuration, `doctor` and `init`. What runs them is loaded when it is needed.

import type { Command } from 'commander';
import type { DoctorFlags } from './doctor-command.js';
import type { InitFlags } from './init-command.js';
import type { Terminal } from '../output/terminal.js';

const precedence = `
Every option can also be given in pca-conformance.config.json, .yaml or .yml in the working directory, or in the file of
--config, under its own name ("max-calls: 100"), and as an environment variable (PCA_CONFORMANCE_MAX_CALLS=100; a list is
separated by commas). The command line outweighs the environment, the environment the file, the file the default.`;

/** The options of `run` about where its options come from. */
export function addConfigOptions(run: Command): void {
  run
    .option('--config <file>', 'the configuration, in place of pca-conformance.config.{json,yaml,yml}')
    .option('--print-config', 'show every option with its value and where it comes from, and send nothing')
    .addHelpText('after', precedence);
}

/** Calls back with the exit code of the command that was run. */
export function addDoctorCommand(
  doctor: Command,
  run: Command,
  terminal: Terminal,
  onExit: (code: number) => void,
): void {
  doctor
    .description('find out what would keep a run from going well: this machine, the target, the options')
    .option('--out <folder>', 'where the files of the run will go', '.pca/last')
    .option('--config <file>', 'the configuration, in place of pca-conformance.config.{json,yaml,yml}')
    .action(async () => {
      const { configure, namingOrigins } = await import('../options/configuration.js');
      const { doctorCommand } = await import('./doctor-command.js');
      const origins = await configure(doctor, run, terminal);
      onExit(await namingOrigins(origins, () => doctorCommand(doctor.opts<DoctorFlags>(), terminal)));
    });
}

/** Calls back with the exit code of the command that was run. */
export function addInitCommand(
  program: Command,
  run: Command,
  terminal: Terminal,
  onExit: (code: number) => void,
): void {
  program
    .command('init')
    .description('write a configuration with every option explained, and a workflow for GitHub')
    .option('--target <target>', 'what the configuration begins with', 'builtin')
    .option('--force', 'replace the files where they are there')
    .action(async (flags: InitFlags) => {
      const { initCommand } = await import('./init-command.js');
      onExit(initCommand(flags, run, terminal));
    });
}
