// How `replay` shows what goes over the wire.

import { optionGroup, pick } from '../../run/options/option-table.js';
import { outputOptions } from '../../run/options/output-options.js';

export const traceOptions = optionGroup('What to write:', {
  trace: { ...outputOptions.entries.trace, description: 'print every request and answer' },
  ...pick(outputOptions, 'traceFile').entries,
});
