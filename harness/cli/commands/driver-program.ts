// Declares `driver`.

import { declareOptions, type CommandHost } from './declare-command.js';

export function addDriverCommand(host: CommandHost): void {
  const command = host.program
    .command('driver')
    .description('write a driver, by which an SDK of any language is judged')
    .command('check')
    .argument('<command...>', 'the command that starts the driver, after --')
    .description('try a driver on a service of its own: does it speak the protocol, does it pass everything on');
  declareOptions(host, command, [], async (_given, words: readonly string[]) => {
    const { driverCheckCommand } = await import('./driver-command.js');
    return driverCheckCommand(words, host.terminal);
  });
}
