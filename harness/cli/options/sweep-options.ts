// What `sweep` takes.

import { budgetOptions } from '../../run/options/budget-options.js';
import { flag, optionGroup, pick, single, text, texts } from '../../run/options/option-table.js';
import { readRegion } from '../../run/options/target-options.js';
import { accountOptions, journalOptions } from './live-options.js';

export const sweepOptions = optionGroup('Options:', {
  target: text('--target <target>', '"aws", which has to be spelt out'),
  region: single('--region <region>', 'region to look in', { read: readRegion }),
  ...accountOptions.entries,
  ...journalOptions.entries,
  deletes: flag('--delete', 'remove what is found; without it, nothing is changed'),
  dryRun: flag('--dry-run', 'change nothing, which is the default'),
  ended: texts('--ended <run>', 'a run that is over, whatever its journal and tags say'),
  ...pick(budgetOptions, 'rate').entries,
});
