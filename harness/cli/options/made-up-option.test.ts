// An option that is one entry of a table is found in all places that follow from the tables.

import { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { budgetOptions } from '../../run/options/budget-options.js';
import { judgingOptions } from '../../run/options/judging-options.js';
import {
  choice,
  count,
  defaultTexts,
  duration,
  flag,
  libraryValues,
  nameOf,
  optionGroup,
  parseGroup,
  replayWords,
  resumeSettings,
  texts,
  type LibraryValues,
  type OptionEntry,
  type Parsed,
} from '../../run/options/option-table.js';
import { selectionOptions } from '../../run/options/selection-options.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { testTerminal } from '../../testing/run-in-process.js';
import { addOptions } from './command-options.js';
import { configJsonSchema } from './config-schema.js';
import { configured } from './configuration.js';
import { renderConfig } from './print-config.js';
import { runGroups } from './run-groups.js';

const madeUp = optionGroup('Made up:', {
  tideMs: count(
    '--tide-ms <ms>',
    'how long the tide takes',
    { min: 1, max: 100 },
    { default: 12, replay: true, resume: true, library: { default: 6 } },
  ),
});
const groups = [...runGroups, madeUp];

async function given(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const command = addOptions(new Command('run'), groups).exitOverride();
  await command.parseAsync(words, { from: 'user' });
  return configured(command, { own: groups, known: groups }, testTerminal({ cwd: '/nonexistent', env }));
}

describe('a made-up option', () => {
  test('has a value of its type, which the user or the table gives', async () => {
    expectTypeOf<Parsed<typeof madeUp>>().toHaveProperty('tideMs').toEqualTypeOf<number>();
    expect((await given([])).of(madeUp)).toEqual({ tideMs: 12 });
    expect((await given(['--tide-ms', '7'])).of(madeUp)).toEqual({ tideMs: 7 });
  });

  test('is in the help, in its group and with its default', () => {
    const help = addOptions(new Command('run'), groups).helpInformation();
    expect(help).toMatch(/^Made up:\n +--tide-ms <ms> +how long the tide takes \(default: 12\)$/m);
  });

  test('has an error that names it and what is allowed', async () => {
    const wrong = await given(['--tide-ms', '101']);
    expect(() => wrong.of(madeUp)).toThrow('--tide-ms 101 is not a whole number from 1 to 100.');
  });

  test('can come from the environment, and its variable is then named', async () => {
    const fromVariable = await given([], { PCA_CONFORMANCE_TIDE_MS: '9' });
    expect(fromVariable.of(madeUp)).toEqual({ tideMs: 9 });
    expect(fromVariable.origins.get('tide-ms')).toBe('the environment variable PCA_CONFORMANCE_TIDE_MS');
  });

  test('is in the schema of the configuration', () => {
    expect(configJsonSchema(groups)).toMatchObject({
      properties: { 'tide-ms': { description: 'how long the tide takes' } },
    });
  });

  test('is shown by --print-config', async () => {
    expect(renderConfig(groups, await given(['--tide-ms', '7']))).toMatch(/^tide-ms: "7" +# command line$/m);
  });

  test('is repeated in the line that replays a failure, unless it is the default', () => {
    const otherwise = parseGroup(madeUp, {});
    expect(replayWords([madeUp], { tideMs: 7 }, otherwise)).toEqual(['--tide-ms', '7']);
    expect(replayWords([madeUp], { tideMs: 12 }, otherwise)).toEqual([]);
  });

  test('must be the same if a run is resumed', () => {
    expect(resumeSettings([madeUp], { tideMs: 7 })).toEqual({ 'tide-ms': '7' });
  });

  test('is an option of the library, whose wrong values are named', () => {
    expectTypeOf<LibraryValues<typeof madeUp>>().toHaveProperty('tideMs').toEqualTypeOf<number | undefined>();
    expect(libraryValues(madeUp, {})).toEqual({ tideMs: 6 });
    expect(libraryValues(madeUp, { tideMs: 7 })).toEqual({ tideMs: 7 });
    for (const wrong of [0, 1.5, '7', null]) {
      expect(() => libraryValues(madeUp, { tideMs: wrong }), String(wrong)).toThrow(TypeError);
      expect(() => libraryValues(madeUp, { tideMs: wrong }), String(wrong)).toThrow(/^tideMs /);
    }
  });
});

describe('a table', () => {
  const entries = [
    [count('--n <n>', 'n', { min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 })],
    [duration('--d <duration>', 'd'), fc.integer({ min: 1, max: 999_999_999 })],
    [choice('--c <word>', 'c', ['one', 'two']), fc.constantFrom('one', 'two')],
    [flag('--f', 'f'), fc.boolean()],
    [texts('--t <text>', 't'), fc.array(fc.string())],
    [
      selectionOptions.entries.shard,
      fc
        .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }))
        .map(([one, other]) => ({ index: Math.min(one, other), count: Math.max(one, other) })),
    ],
  ] as const satisfies readonly (readonly [OptionEntry<unknown>, fc.Arbitrary<unknown>])[];

  test('reads what it writes', () => {
    for (const [entry, values] of entries) {
      const own: OptionEntry<unknown> = entry;
      fc.assert(
        fc.property(values as fc.Arbitrary<unknown>, (value) => {
          expect(own.read(own.write(value))).toEqual(value);
        }),
      );
    }
  });

  test('has defaults that it reads, and no two options of one name', () => {
    const all = runGroups.flatMap((group) => Object.values<OptionEntry<unknown>>(group.entries));
    for (const entry of all.filter(({ traits }) => traits.default !== undefined)) {
      expect(entry.read(defaultTexts(entry)), entry.flags).toEqual(entry.traits.default);
    }
    const names = all.map((entry) => nameOf(entry));
    expect(names).toEqual([...new Set(names)]);
  });

  test('accepts no text that is out of bounds or of another form', () => {
    const group = optionGroup('', {
      ...budgetOptions.entries,
      ...judgingOptions.entries,
      ...connectionOptions.entries,
    });
    const names = Object.values<OptionEntry<unknown>>(group.entries)
      .filter(({ traits, isPath }) => traits.secret !== true && !isPath)
      .map((entry) => nameOf(entry))
      .filter((name) => name !== 'access-key');
    for (const name of names) {
      expect(() => parseGroup(group, { [name]: ['- 1'] }), name).toThrow(new RegExp(`^--${name} - 1 is `));
    }
  });
});
