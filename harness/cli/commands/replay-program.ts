// Declares `replay`.

import { judgingOptions } from '../../run/options/judging-options.js';
import { principalOptions } from '../../run/options/principal-options.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { targetOptions } from '../options/target-options.js';
import { traceOptions } from '../options/trace-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addReplayCommand(host: CommandHost): void {
  const command = host.program
    .command('replay')
    .argument('<file>', 'a case that a run saved')
    .description('run a saved case again: FIXED (0), STILL FAILS or CHANGED (1), INDETERMINATE (4)');
  const groups = [targetOptions, connectionOptions, principalOptions, judgingOptions, traceOptions];
  declareOptions(host, command, groups, async (given, file: string) => {
    const { replayCommand } = await import('./replay-command.js');
    return replayCommand(file, given, host.terminal);
  });
}
