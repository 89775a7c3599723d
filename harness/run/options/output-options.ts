// The options that say what a run writes.

import { flag, optionGroup, path, type Parsed } from './option-table.js';

export const outputOptions = optionGroup('What to write:', {
  outDir: path('--out <folder>', 'folder for the files of the run', { default: '.pca/last', library: true }),
  trace: flag('--trace', 'print the requests and answers of each failure below it'),
  traceFile: path('--trace-all <file>', 'write every request and answer into this file as NDJSON, up to 256 MiB'),
});
export type OutputOptions = Parsed<typeof outputOptions>;
