// Declares `explain`.

import { optionGroup, path } from '../../run/options/option-table.js';
import { jsonOptions } from '../options/display-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

const explainOptions = optionGroup('Options:', {
  ledger: path('--ledger <file>', 'also show what a ledger recorded about it'),
});

export function addExplainCommand(host: CommandHost): void {
  const command = host.program
    .command('explain')
    .argument('<id>', 'such as POL-20')
    .description('show one requirement: statement, sources, acceptable answers, checks, examples');
  declareOptions(host, command, [explainOptions, jsonOptions], async (given, id: string) => {
    const { explainCommand } = await import('./explain-command.js');
    return explainCommand(id, { ...given.of(explainOptions), ...given.of(jsonOptions) }, host.terminal);
  });
}
