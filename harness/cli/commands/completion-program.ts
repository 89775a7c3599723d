// The words of `completion`. What makes the script is loaded when it is needed.

import { Argument, type Command } from 'commander';
import type { Terminal } from '../output/terminal.js';

const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** The script is made from the program that the command is added to. */
export function addCompletionCommand(program: Command, terminal: Terminal): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell to make it for').choices(shells))
    .description('print a script that completes commands, options and choices in a shell')
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion-script.js');
      terminal.stdout.write(completionScript(shell, program));
    });
}
