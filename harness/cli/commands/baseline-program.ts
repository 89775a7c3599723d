// Declares `baseline`.

import { baselineOptions } from '../options/baseline-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addBaselineCommand(host: CommandHost): void {
  const { terminal } = host;
  const command = host.program
    .command('baseline')
    .description('keep the failures that are known and accepted, for "run --baseline"');
  const create = command
    .command('create')
    .argument('<results>', 'the results.json of a run, next to its cases/')
    .description('write an entry for every failure of a run');
  declareOptions(host, create, [baselineOptions], async (given, results: string) => {
    const { baselineCreate } = await import('./baseline-command.js');
    return baselineCreate(results, given.of(baselineOptions), terminal);
  });
  const prune = command
    .command('prune')
    .argument('<file>', 'the baseline')
    .argument('[results]', 'the results.json of a run with it')
    .description(
      'remove entries that a run with the baseline found to fail no longer, and entries of checks that do not exist any more',
    );
  declareOptions(host, prune, [], async (_given, file: string, results: string | undefined) => {
    const { baselinePrune } = await import('./baseline-command.js');
    return baselinePrune(file, results, terminal);
  });
  const check = command
    .command('check')
    .argument('<file>', 'the baseline')
    .argument('[results]', 'the results.json of a run, to be judged by it')
    .description('is it well-formed (else exit 2), up to date (else 3), and does it have every failure (else 1)?');
  declareOptions(host, check, [], async (_given, file: string, results: string | undefined) => {
    const { baselineCheck } = await import('./baseline-command.js');
    return baselineCheck(file, results, terminal);
  });
}
