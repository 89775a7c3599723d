// Fills in the options that the command line does not give: from the environment, then from the configuration file.

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { configKeyOf, entriesOf, nameOf, type OptionEntry, type OptionGroup } from '../../run/options/option-table.js';
import { usageError } from '../output/failure.js';
import { textsOf } from './command-options.js';
import { configEntries, variableOf, variablePrefix } from './config-options.js';
import { givenOptions, type GivenOptions } from './given-options.js';
import { suggestion } from '../../text/nearest.js';
import type { Terminal } from '../output/terminal.js';

/** Looked for in the working directory. */
export const configNames = ['json', 'yaml', 'yml'].map((ending) => `pca-conformance.config.${ending}`);

interface Setting {
  readonly texts: readonly string[];
  /** As error messages name it. */
  readonly origin: string;
}

/** What the user gave for the options of a command; the known keys and variables are those of `run`. */
export async function configured(
  command: Command,
  groups: { readonly own: readonly OptionGroup[]; readonly known: readonly OptionGroup[] },
  terminal: Pick<Terminal, 'env' | 'path'>,
): Promise<GivenOptions> {
  const { env, path } = terminal;
  const known = configEntries(groups.known);
  const variables = variablesIn(env, known);
  const onCommandLine = textsOf(command, groups.own);
  const named = onCommandLine.texts['config']?.[0] ?? env[`${variablePrefix}CONFIG`];
  const file = path(named ?? findFile(terminal));
  const settings = file === undefined ? new Map<string, Setting>() : await settingsIn(file, groups.known);
  const texts: Record<string, readonly string[] | undefined> = { ...onCommandLine.texts };
  const origins = new Map(onCommandLine.origins);
  for (const [, entry] of entriesOf(groups.own)) {
    const name = nameOf(entry);
    const key = configKeyOf(entry);
    const setting = variables.get(key) ?? settings.get(key);
    if (texts[name] !== undefined || setting === undefined) continue;
    texts[name] = setting.texts;
    origins.set(name, setting.origin);
  }
  return givenOptions(texts, origins, path);
}

function findFile({ path }: Pick<Terminal, 'path'>): string | undefined {
  const found = configNames.filter((name) => existsSync(path(name)));
  if (found.length > 1) {
    throw usageError(`${found.join(' and ')} are both here. Take one of them away, or name one with --config FILE.`);
  }
  return found[0];
}

/** The reader of files is loaded here, because most runs have none. */
async function settingsIn(file: string, groups: readonly OptionGroup[]): Promise<ReadonlyMap<string, Setting>> {
  const [{ problemsIn, readYaml }, { configSchemaOf }, { readTextFile, renderProblems }] = await Promise.all([
    import('../../files/yaml-text.js'),
    import('./config-schema.js'),
    import('./read-baseline-file.js'),
  ]);
  const read = readYaml(readTextFile('the configuration', file));
  if (read.kind === 'malformed') throw usageError(renderProblems(file, read.problems));
  // A file with only comments is empty, which is not a mistake.
  const checked = configSchemaOf(groups).safeParse(read.text.value ?? {});
  if (!checked.success) {
    const keys = [...configEntries(groups).keys()];
    const problems = problemsIn(read.text, checked.error, (path) => (path.length === 0 ? keys : []));
    throw usageError(renderProblems(file, problems));
  }
  const members = Object.entries(checked.data).filter(([key]) => key !== '$schema');
  return new Map(
    members.map(([key, value]) => {
      return [key, { texts: textsOfSetting(value), origin: `${file}, line ${read.text.placeOf([key]).line}` }];
    }),
  );
}

/** A list has one text for each item, a map one for each member. */
function textsOfSetting(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).map(([member, text]) => `${member}=${String(text)}`);
}

function variablesIn(
  environment: Terminal['env'],
  known: ReadonlyMap<string, OptionEntry<unknown>>,
): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(variablePrefix) || text === undefined || variable === `${variablePrefix}CONFIG`) continue;
    const name = [...known.keys()].find((each) => variableOf(each) === variable);
    const entry = name === undefined ? undefined : known.get(name);
    if (name === undefined || entry === undefined) {
      const variables = [...known.keys()].map((each) => variableOf(each));
      throw usageError(
        `the environment variable ${variable} is not known.${suggestion(variable, [...variables, `${variablePrefix}CONFIG`])}`,
      );
    }
    settings.set(name, { texts: textsIn(entry, variable, text), origin: `the environment variable ${variable}` });
  }
  return settings;
}

/** Lists are separated by commas in a variable. */
function textsIn({ kind }: OptionEntry<unknown>, variable: string, text: string): readonly string[] {
  if (kind === 'list') return text.split(',').filter((item) => item !== '');
  if (kind === 'value' || text === 'true' || text === 'false') return [text];
  throw usageError(`the environment variable ${variable} is "${text}"; give true or false.`);
}
