// Declares `diff`.

import { budgetOptions } from '../../run/options/budget-options.js';
import { judgingOptions } from '../../run/options/judging-options.js';
import { pick } from '../../run/options/option-table.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { targetOptions } from '../options/target-options.js';
import { sideOptions, differenceOptions, diffSelection } from '../options/diff-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addDiffCommand(host: CommandHost): void {
  const command = host.program
    .command('diff')
    .description('run the same programs on two targets, and show the shortest on which they differ');
  const groups = [
    sideOptions,
    pick(targetOptions, 'allowHosts'),
    connectionOptions,
    diffSelection,
    pick(budgetOptions, 'maxTimeMs'),
    pick(judgingOptions, 'modelRevision', 'granteeAccount', 'organization', 'callTimeoutMs', 'settleMs'),
    differenceOptions,
  ];
  declareOptions(host, command, groups, async (given) => {
    const { diffCommand } = await import('./diff-command.js');
    return diffCommand(given, host.terminal);
  });
}
