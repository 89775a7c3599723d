// Declares `serve`.

import { presetHelp } from '../options/preset-help.js';
import { serveOptions } from '../options/serve-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addServeCommand(host: CommandHost): void {
  const command = host.program
    .command('serve')
    .description('host the reference service over HTTP, until SIGTERM or SIGINT')
    .addHelpText('after', () => presetHelp(serveOptions.entries.account.traits.default));
  declareOptions(host, command, [serveOptions], async (given) => {
    const { serveCommand } = await import('./serve-command.js');
    return serveCommand(given.of(serveOptions), host.terminal);
  });
}
