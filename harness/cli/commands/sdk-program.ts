// Declares `sdk`.

import { displayOptions, reportOptions } from '../options/display-options.js';
import { sdkOptions } from '../options/sdk-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addSdkCommand(host: CommandHost): void {
  const command = host.program
    .command('sdk')
    .description('judge a client: what it sends to a scripted service, and what it makes of the answers');
  declareOptions(host, command, [sdkOptions, reportOptions, displayOptions], async (given) => {
    const { sdkCommand } = await import('./sdk-command.js');
    const options = { ...given.of(sdkOptions), ...given.of(reportOptions), ...given.of(displayOptions) };
    return sdkCommand(options, host.terminal);
  });
}
