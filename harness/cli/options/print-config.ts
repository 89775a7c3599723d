// `run --print-config`: the configuration of a run, as a configuration file with the origin of each value.

import { defaultTexts, nameOf, type OptionEntry, type OptionGroup } from '../../run/options/option-table.js';
import { configEntries } from './config-options.js';
import type { GivenOptions } from './given-options.js';

export function renderConfig(groups: readonly OptionGroup[], given: GivenOptions): string {
  const lines = [...configEntries(groups)].map(([name, entry]) => renderOption(name, entry, given));
  const width = Math.max(...lines.filter(({ text }) => text.length <= 60).map(({ text }) => text.length));
  return [
    '# What decides, the first that says something: command line, environment, configuration file, default.',
    ...lines.map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}`),
    '',
  ].join('\n');
}

interface Line {
  readonly text: string;
  readonly origin: string;
}

function renderOption(name: string, entry: OptionEntry<unknown>, { texts, origins }: GivenOptions): Line {
  const option = nameOf(entry);
  const value = valueIn(entry, texts[option] ?? defaultTexts(entry));
  const origin = origins.get(option) ?? 'default';
  const isEmptyMap = entry.traits.map !== undefined && texts[option] === undefined;
  if (value === undefined || isEmptyMap) return { text: `# ${name}:`, origin: 'not given' };
  // Neither a secret nor its length is shown, nor whether it is the default.
  if (entry.traits.secret !== undefined) return { text: `# ${name}: (hidden)`, origin };
  return { text: `${name}: ${inYaml(value)}`, origin };
}

/** As it is written in a file. */
function valueIn(
  entry: OptionEntry<unknown>,
  texts: readonly string[],
): string | boolean | readonly string[] | undefined {
  switch (entry.kind) {
    case 'flag':
      // A flag that is off by default is left out unless it is given.
      return texts.length > 0 || entry.read([]) === true ? entry.read(texts) === true : undefined;
    case 'list':
      return texts;
    case 'value':
      return texts[0];
    default:
      return entry.kind satisfies never;
  }
}

/** JSON is YAML; values that need no quotes have none. */
function inYaml(value: string | boolean | readonly string[]): string {
  return typeof value === 'string' && /^[A-Za-z][\w./:-]*$/.test(value) && !/^(true|false|null)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
