// Options of a table as options of commander, and what the user gave for them on the command line.

import { InvalidArgumentError, Option, type Argument, type Command } from 'commander';
import { defaultTexts, entriesOf, nameOf } from '../../run/options/option-table.js';
import type { GivenTexts, OptionEntry, OptionGroup } from '../../run/options/option-table.js';
import { suggestion } from '../../text/nearest.js';
import { commandLine, type Origins } from './given-options.js';

/** So many options are read without groups. */
const maxUngrouped = 12;

export function addOptions(command: Command, groups: readonly OptionGroup[]): Command {
  const isGrouped = entriesOf(groups).length > maxUngrouped;
  for (const group of groups) {
    for (const [, entry] of entriesOf([group])) {
      const option = optionOf(entry);
      if (isGrouped) option.helpGroup(group.heading);
      command.addOption(option);
    }
  }
  return command;
}

function optionOf(entry: OptionEntry<unknown>): Option {
  const option = new Option(entry.flags, describe(entry)).hideHelp(entry.traits.hidden === true);
  option.makeOptionMandatory(entry.traits.required === true);
  // The values themselves are made by the table, once all places where they may come from were asked.
  if (entry.kind === 'list') {
    option.default([]).argParser((text: string, before: readonly string[]) => [...before, text]);
  }
  if (entry.choices.length > 0) suggestChoices(option.choices(entry.choices));
  return option;
}

/** What the option is for, then its choices and its default. */
function describe(entry: OptionEntry<unknown>): string {
  const [otherwise] = entry.kind === 'value' ? defaultTexts(entry) : [];
  const remarks = [
    ...(entry.choices.length === 0 ? [] : [`choices: ${entry.choices.join(', ')}`]),
    ...(otherwise === undefined ? [] : [`default: ${otherwise}`]),
  ];
  return remarks.length === 0 ? entry.description : `${entry.description} (${remarks.join('; ')})`;
}

/** A word that is no choice gets the nearest one. */
export function suggestChoices(word: Option | Argument): void {
  const { argChoices = [] } = word;
  word.argParser((value: string) => {
    if (argChoices.includes(value)) return value;
    throw new InvalidArgumentError(`Allowed choices are ${argChoices.join(', ')}.${suggestion(value, argChoices)}`);
  });
}

/** The texts that the user gave on the command line. */
export function textsOf(
  command: Command,
  groups: readonly OptionGroup[],
): { readonly texts: GivenTexts; readonly origins: Origins } {
  const texts = entriesOf(groups).flatMap(([, entry]) => {
    const attribute = new Option(entry.flags).attributeName();
    if (command.getOptionValueSource(attribute) !== 'cli') return [];
    const value: unknown = command.getOptionValue(attribute);
    return [[nameOf(entry), Array.isArray(value) ? value.map(String) : [String(value)]] as const];
  });
  return { texts: Object.fromEntries(texts), origins: new Map(texts.map(([name]) => [name, commandLine])) };
}
