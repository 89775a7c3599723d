// Declares `record`.

import { budgetOptions } from '../../run/options/budget-options.js';
import { judgingOptions } from '../../run/options/judging-options.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { liveGroups } from '../options/live-options.js';
import { targetOptions } from '../options/target-options.js';
import { recordOptions, filterOptions } from '../options/record-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addRecordCommand(host: CommandHost): void {
  const command = host.program
    .command('record')
    .description('record what a target answers to a fixed corpus of cases: a ledger, of live AWS above all');
  const groups = [targetOptions, connectionOptions, filterOptions, budgetOptions, judgingOptions, recordOptions];
  declareOptions(host, command, [...groups, ...liveGroups], async (given) => {
    const { recordCommand } = await import('./record-command.js');
    return recordCommand(given, host.terminal);
  });
}
