// The options that say which checks are made, and how many cases of them.

import { choice, count, optionGroup, single, texts, WrongValue, type Parsed } from './option-table.js';

/** One part of a run that several machines share: `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const selectionOptions = optionGroup('How much to try:', {
  profile: choice('--profile <name>', 'how much to try', ['smoke', 'ci', 'nightly'], {
    default: 'ci',
    library: { default: 'smoke' },
  }),
  seed: count(
    '--seed <n>',
    'repeat the run that printed this seed (default: drawn)',
    { min: 0, max: 2 ** 31 - 1 },
    { library: true },
  ),
  runs: count(
    '--runs <n>',
    'cases per input class (overrides the profile)',
    { min: 1, max: 1_000_000 },
    { resume: true },
  ),
  filters: texts('--filter <glob>', 'only requirements or checks whose id matches', { resume: true, library: true }),
  level: choice('--level <level>', 'weakest evidence that may fail the target', ['must', 'any-of'], {
    default: 'any-of',
    resume: true,
    library: true,
  }),
  shard: single(
    '--shard <i/n>',
    'only part i of n of the checks; "report merge" puts the parts together',
    { read: readShard, write: ({ index, count: parts }) => `${index}/${parts}` },
    { resume: true },
  ),
});
export type SelectionOptions = Parsed<typeof selectionOptions>;
export type Profile = SelectionOptions['profile'];

/** How strict a run is: `must` judges only what is documented or observed, `any-of` also the ambiguous. */
export type JudgedLevel = SelectionOptions['level'];

function readShard(given: string): Shard {
  const [, index = '', parts = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? [];
  const shard = { index: Number(index), count: Number(parts) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new WrongValue('is not of the form I/N with I from 1 to N; give one such as 2/5.');
}
