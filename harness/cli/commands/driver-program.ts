// The words of `driver`. What runs them is loaded when it is needed.

import type { Command } from 'commander';
import type { Terminal } from '../output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function addDriverCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  program
    .command('driver')
    .description('write a driver, by which an SDK of any language is judged')
    .command('check')
    .argument('<command...>', 'the command that starts the driver, after --')
    .description('try a driver on a service of its own: does it speak the protocol, does it pass everything on')
    .action(async (words: readonly string[]) => {
      const { driverCheckCommand } = await import('./driver-command.js');
      onExit(await driverCheckCommand(words, terminal));
    });
}
