// Declares `init`.

import { flag, optionGroup, text } from '../../run/options/option-table.js';
import { declareOptions, type CommandHost } from './declare-command.js';

const initOptions = optionGroup('Options:', {
  target: text('--target <target>', 'target that the configuration begins with', { default: 'builtin' }),
  force: flag('--force', 'replace files that exist'),
});

export function addInitCommand(host: CommandHost): void {
  const command = host.program
    .command('init')
    .description('write a configuration with every option explained, and a workflow for GitHub');
  declareOptions(host, command, [initOptions], async (given) => {
    const { initCommand } = await import('./init-command.js');
    return initCommand(given.of(initOptions), host.terminal);
  });
}
