// Declares `emulators`.

import { jsonOptions } from '../options/display-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addEmulatorsCommand(host: CommandHost): void {
  const command = host.program
    .command('emulators')
    .description('show the known emulators: how to install and to judge each, and what was last measured');
  declareOptions(host, command, [jsonOptions], async (given) => {
    const { emulatorsCommand } = await import('./emulators-command.js');
    return emulatorsCommand(given.of(jsonOptions), host.terminal);
  });
}
