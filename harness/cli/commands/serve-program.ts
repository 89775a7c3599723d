// Declares `serve`.

import { serveOptions } from '../options/serve-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addServeCommand(host: CommandHost): void {
  const command = host.program
    .command('serve')
    .description('host the reference service over HTTP, until SIGTERM or SIGINT');
  declareOptions(host, command, [serveOptions], async (given) => {
    const { serveCommand } = await import('./serve-command.js');
    return serveCommand(given.of(serveOptions), host.terminal);
  });
}
