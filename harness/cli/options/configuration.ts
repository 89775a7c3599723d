// Fills in the options that the command line leaves open: from the environment, then from the configuration file.

import { existsSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { configOptionsOf, variablePrefix, type ConfigOption } from './config-options.js';
import { CommandFailure, usageError } from '../output/failure.js';
import { suggestion } from './nearest.js';
import type { Terminal } from '../output/terminal.js';

/** Looked for in the working directory. */
export const configNames = ['json', 'yaml', 'yml'].map((ending) => `pca-conformance.config.${ending}`);

/** By key, where the value of an option comes from; those that are not there have their default. */
export type Origins = ReadonlyMap<string, string>;

interface Setting {
  readonly value: unknown;
  /** As an error names it. */
  readonly origin: string;
}

/** Sets the options of a command; the keys and variables that are known are those of `run`. */
export async function configure(
  command: Command,
  run: Command,
  terminal: Pick<Terminal, 'env' | 'path'>,
): Promise<Origins> {
  const { env, path } = terminal;
  const known = configOptionsOf(run);
  const variables = variablesIn(env, known);
  const named: unknown = command.getOptionValue('config') ?? env[`${variablePrefix}CONFIG`];
  const file = path(typeof named === 'string' ? named : findFile(terminal));
  const settings = file === undefined ? new Map<string, Setting>() : await settingsIn(file, known);
  const origins = new Map<string, string>();
  for (const configOption of known) {
    const own = command.options.find((option) => option.name() === configOption.option.name());
    if (own === undefined) continue;
    const attribute = own.attributeName();
    if (command.getOptionValueSource(attribute) === 'cli') {
      origins.set(configOption.key, 'command line');
      continue;
    }
    const setting = variables.get(configOption.key) ?? settings.get(configOption.key);
    if (setting === undefined) continue;
    command.setOptionValueWithSource(attribute, valueOf(configOption, setting), 'config');
    origins.set(configOption.key, setting.origin);
  }
  return origins;
}

/** What an error says of an option that the user did not write on the command line gets its origin added. */
export async function namingOrigins<Result>(origins: Origins, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const key = /^--([a-z-]+) /.exec(error.message)?.[1] ?? '';
    const origin = origins.get(key);
    if (origin === undefined || origin === 'command line') throw error;
    throw new CommandFailure(error.exitCode, `${error.message} (--${key} comes from ${origin}.)`);
  }
}

function findFile({ path }: Pick<Terminal, 'path'>): string | undefined {
  const found = configNames.filter((name) => existsSync(path(name)));
  if (found.length > 1) {
    throw usageError(`${found.join(' and ')} are both here. Take one of them away, or name one with --config FILE.`);
  }
  return found[0];
}

/** What reads a file is loaded here, because most runs have none. */
async function settingsIn(file: string, known: readonly ConfigOption[]): Promise<ReadonlyMap<string, Setting>> {
  const [{ problemsIn, readYaml }, { configSchemaOf }, { readTextFile, renderProblems }] = await Promise.all([
    import('../../files/yaml-text.js'),
    import('./config-schema.js'),
    import('./read-baseline-file.js'),
  ]);
  const read = readYaml(readTextFile('the configuration', file));
  if (read.kind === 'malformed') throw usageError(renderProblems(file, read.problems));
  // A file of comments alone says nothing, which is no mistake.
  const checked = configSchemaOf(known).safeParse(read.text.value ?? {});
  if (!checked.success) {
    const keys = known.map(({ key }) => key);
    const problems = problemsIn(read.text, checked.error, (path) => (path.length === 0 ? keys : []));
    throw usageError(renderProblems(file, problems));
  }
  const members = Object.entries(checked.data).filter(([key]) => key !== '$schema');
  return new Map(
    members.map(([key, value]) => [key, { value, origin: `${file}, line ${read.text.placeOf([key]).line}` }]),
  );
}

function variablesIn(environment: Terminal['env'], known: readonly ConfigOption[]): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith(variablePrefix) || text === undefined || name === `${variablePrefix}CONFIG`) continue;
    const option = known.find(({ variable }) => variable === name);
    if (option === undefined) {
      const variables = [...known.map(({ variable }) => variable), `${variablePrefix}CONFIG`];
      throw usageError(`the environment variable ${name} is not known.${suggestion(name, variables)}`);
    }
    settings.set(option.key, { value: fromText(option, text), origin: `the environment variable ${name}` });
  }
  return settings;
}

/** Lists are separated by commas in a variable. */
function fromText({ kind, variable }: ConfigOption, text: string): unknown {
  if (kind === 'value') return text;
  if (kind === 'list') return text.split(',').filter((item) => item !== '');
  if (text === 'true' || text === 'false') return text === 'true';
  throw usageError(`the environment variable ${variable} is "${text}"; give true or false.`);
}

/** As the command line would have read it. */
function valueOf({ option, key, kind }: ConfigOption, { value, origin }: Setting): unknown {
  if (kind === 'flag') return value;
  if (kind === 'list') return value;
  const text = String(value);
  try {
    return option.parseArg === undefined ? text : option.parseArg(text, undefined);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw usageError(`${key} is "${text}" in ${origin}. ${error.message}`);
  }
}
