// The options that limit what a run may take.

import { count, duration, optionGroup, single, WrongValue, type Parsed } from './option-table.js';

export const budgetOptions = optionGroup('Limits:', {
  concurrency: count(
    '--concurrency <n>',
    'calls under way at a time; one for the built-in target, which is in this process',
    { min: 1, max: 64 },
    { default: 4 },
  ),
  rate: single('--rate <n>', 'calls of each operation per second at most', { read: readRate }),
  maxCalls: count('--max-calls <n>', 'end after this many calls', { min: 1, max: 1_000_000_000 }, { library: true }),
  maxTimeMs: duration('--max-time <duration>', 'end after this time, such as 10m', { library: true }),
});
export type BudgetOptions = Parsed<typeof budgetOptions>;

/** It need not be whole: half a call a second is one every two seconds. */
function readRate(given: string): number {
  const rate = Number(given);
  if (/^\d+(\.\d+)?$/.test(given) && rate >= 0.01 && rate <= 100_000) return rate;
  throw new WrongValue('is not a number of calls a second; give one such as 4 or 0.5.');
}
