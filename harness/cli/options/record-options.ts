// What `record` takes in addition to a target.

import { optionGroup, path, pick } from '../../run/options/option-table.js';
import { selectionOptions } from '../../run/options/selection-options.js';
import { displayOptions } from './display-options.js';

export const recordOptions = optionGroup('What to write:', {
  out: path('--out <file>', 'file for the ledger', { default: 'ledger.json' }),
  compare: path('--compare <ledger>', 'say what changed since an earlier one: drift (exit 1) or a flake'),
  quiet: { ...displayOptions.entries.quiet, description: 'the last lines only' },
});
export const filterOptions = pick(selectionOptions, 'filters');
