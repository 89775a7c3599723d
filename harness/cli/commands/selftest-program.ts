// Declares `selftest`.

import { jsonOptions } from '../options/display-options.js';
import { selftestOptions } from '../options/selftest-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addSelftestCommand(host: CommandHost): void {
  const command = host.program
    .command('selftest')
    .description('judge the suite itself: mutants must be killed, conforming variants must pass');
  declareOptions(host, command, [selftestOptions, jsonOptions], async (given) => {
    const { selftestCommand } = await import('./selftest-command.js');
    return selftestCommand({ ...given.of(selftestOptions), ...given.of(jsonOptions) }, host.terminal);
  });
}
