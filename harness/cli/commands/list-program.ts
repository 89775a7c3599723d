// Declares `list`.

import { flag, optionGroup } from '../../run/options/option-table.js';
import { jsonOptions } from '../options/display-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

const listOptions = optionGroup('Options:', {
  sdk: flag('--sdk', 'requirements on clients instead of services'),
});

export function addListCommand(host: CommandHost): void {
  const command = host.program.command('list').description('show every requirement with its level and its checks');
  declareOptions(host, command, [listOptions, jsonOptions], async (given) => {
    const { listCommand } = await import('./list-command.js');
    return listCommand({ ...given.of(listOptions), ...given.of(jsonOptions) }, host.terminal);
  });
}
