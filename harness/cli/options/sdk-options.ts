// What `sdk` takes.

import { protocols } from '../../api/protocol.js';
import { choice, count, optionGroup, path, pick, text } from '../../run/options/option-table.js';
import { selectionOptions } from '../../run/options/selection-options.js';

export const sdkOptions = optionGroup('Options:', {
  driver: text(
    '--driver <command>',
    'a program that speaks the driver protocol (default: the AWS SDK for JavaScript, in process)',
  ),
  ...pick(selectionOptions, 'seed', 'filters').entries,
  concurrency: count(
    '--concurrency <n>',
    'cases under way at a time, if the calls of the driver may overlap',
    { min: 1, max: 64 },
    { default: 8 },
  ),
  protocol: choice(
    '--protocol <name>',
    'the protocol in which the client is judged, as far as its driver can tell it which to use',
    [...protocols, 'both'],
    { default: 'both' },
  ),
  level: { ...selectionOptions.entries.level, description: 'weakest evidence that may fail the client' },
  outDir: path('--out <folder>', 'folder for the files of the run', { default: '.pca/sdk' }),
});
