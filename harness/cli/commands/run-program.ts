// Declares `run`, the default command.

import type { Command } from 'commander';
import { addOptions } from '../options/command-options.js';
import { configOptions } from '../options/display-options.js';
import { runGroups } from '../options/run-groups.js';
import { usageError } from '../output/failure.js';
import { suggestion } from '../../text/nearest.js';
import type { CommandHost } from './declare-command.js';

const precedence = `
Every option can also be given in pca-conformance.config.json, .yaml or .yml in the working directory, or in the file of
--config, under its own name ("max-calls: 100"), and as an environment variable (PCA_CONFORMANCE_MAX_CALLS=100; a list is
separated by commas). The command line overrides the environment, the environment the file, the file the default.`;

export function addRunCommand({ program, terminal, onExit }: CommandHost): void {
  const command = program
    .command('run', { isDefault: true })
    .argument('[words...]')
    .description('run the suite against a target (default command)');
  addOptions(command, runGroups)
    .addHelpText('after', precedence)
    // An unknown first argument is reported as an unknown command, not as unknown options of `run`.
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      requireNoWords(words, program, command);
      const { configured } = await import('../options/configuration.js');
      const { namingOrigins } = await import('../options/given-options.js');
      const given = await configured(command, { own: runGroups, known: runGroups }, terminal);
      if (given.of(configOptions).printConfig) {
        const { renderConfig } = await import('../options/print-config.js');
        terminal.stdout.write(renderConfig(runGroups, given));
        onExit(0);
        return;
      }
      const { runCommand } = await import('./run-command.js');
      onExit(await namingOrigins(given.origins, () => runCommand(given, terminal)));
    });
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
