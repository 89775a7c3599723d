// What `selftest` takes.

import { count, optionGroup, pick, text, texts } from '../../run/options/option-table.js';
import { selectionOptions } from '../../run/options/selection-options.js';

export const selftestOptions = optionGroup('Options:', {
  mutants: texts('--mutant <id>', 'only this mutant'),
  // The former name, for one release.
  deviants: texts('--deviant <id>', 'the same as --mutant', { hidden: true }),
  seeds: count('--seeds <n>', 'seeds that each mutant is judged with', { min: 1, max: 1_000 }, { default: 5 }),
  seed: count(
    '--seed <n>',
    'seed of the conforming variants and of their combinations',
    { min: 0, max: 2 ** 31 - 1 },
    { default: 1 },
  ),
  ...pick(selectionOptions, 'profile').entries,
  report: text('--report <json=path>', 'file for the scores'),
});
