// Declares `sweep`.

import { jsonOptions } from '../options/display-options.js';
import { sweepOptions } from '../options/sweep-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addSweepCommand(host: CommandHost): void {
  const command = host.program
    .command('sweep')
    .description('find what runs on live AWS left over: CAs by tag and journal, policies that were not put back');
  declareOptions(host, command, [sweepOptions, jsonOptions], async (given) => {
    const { sweepCommand } = await import('./sweep-command.js');
    return sweepCommand(given, host.terminal);
  });
}
