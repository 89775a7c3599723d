// A table of options: one entry defines everything about an option, and the functions here derive values and texts from it.
// Nothing here depends on a specific option, nor on whether it was given on a command line, in a file, or by a program.

import { suggestion } from '../../text/nearest.js';
import { shellQuote } from '../../text/shell-quote.js';

/** What is true of an option besides its kind. */
export interface OptionTraits<Value> {
  /** The value if the user gives none. */
  readonly default?: Value;
  /** Whether the command that replays a failure repeats it if it is not the default. */
  readonly replay?: true;
  /** Whether a run can only be resumed with the same value. */
  readonly resume?: true;
  /** Whether it is also a member of the library's options, and its default there if that is another. */
  readonly library?: true | { readonly default: Value };
  /** Whether a command requires it. */
  readonly required?: true;
  /** Whether its value is never shown, or how a text is shown as a word of a shell without what is secret in it. */
  readonly secret?: true | { readonly shown: (text: string) => string };
  /** Of a list of NAME=VALUE: the key under which a configuration file has it as a map. */
  readonly map?: string;
  /** Whether neither a configuration file nor a variable can give it. */
  readonly commandLineOnly?: true;
  /** Whether the help does not show it. */
  readonly hidden?: true;
}

export interface OptionEntry<Value, Traits = OptionTraits<unknown>> {
  /** Its name and the name of its value, such as `--runs <n>`. */
  readonly flags: string;
  readonly description: string;
  /** A flag is given or not; a list can be given several times. */
  readonly kind: 'flag' | 'list' | 'value';
  readonly choices: readonly string[];
  /** Whether its value names a file or a folder. */
  readonly isPath: boolean;
  readonly traits: Traits & OptionTraits<unknown>;
  /** Converts the given texts to the value; throws a `WrongValue`. */
  read(given: readonly string[]): Value;
  /** The inverse of `read`. */
  write(value: Value): readonly string[];
}

export type OptionEntries = Readonly<Record<string, OptionEntry<unknown>>>;

/** The options below one heading of the help. */
export interface OptionGroup<Entries extends OptionEntries = OptionEntries> {
  readonly heading: string;
  readonly entries: Entries;
}

type ValueOf<Entry> = Entry extends OptionEntry<infer Value> ? Value : never;
type KeyOfOptional<Entries> = {
  [Key in keyof Entries]: undefined extends ValueOf<Entries[Key]> ? Key : never;
}[keyof Entries];

/** The values of a group, by key. */
export type Parsed<Group extends OptionGroup> = {
  readonly [Key in Exclude<keyof Group['entries'], KeyOfOptional<Group['entries']>>]: ValueOf<Group['entries'][Key]>;
} & {
  readonly [Key in KeyOfOptional<Group['entries']>]?: ValueOf<Group['entries'][Key]>;
};

type KeyOfLibrary<Entries> = {
  [Key in keyof Entries]: Entries[Key] extends { readonly traits: { readonly library: unknown } } ? Key : never;
}[keyof Entries];

/** The members of a group that the library has, all of them optional. */
export type LibraryValues<Group extends OptionGroup> = {
  readonly [Key in KeyOfLibrary<Group['entries']>]?: ValueOf<Group['entries'][Key]> | undefined;
};

export function optionGroup<const Entries extends OptionEntries>(
  heading: string,
  entries: Entries,
): OptionGroup<Entries> {
  return { heading, entries };
}

/** The same group with only these options. */
export function pick<Entries extends OptionEntries, Key extends keyof Entries & string>(
  { heading, entries }: OptionGroup<Entries>,
  ...keys: readonly Key[]
): OptionGroup<Pick<Entries, Key>> {
  // The keys are those of the entries.
  return { heading, entries: Object.fromEntries(keys.map((key) => [key, entries[key]])) as Pick<Entries, Key> };
}

/** A text that is not a value of its option; the message follows the name of the option and the text. */
export class WrongValue extends Error {
  override readonly name = 'WrongValue';
}

type Given<Value, Traits> = Traits extends { readonly default: unknown } | { readonly required: true }
  ? Value
  : Value | undefined;

/** An option with one value; `read` throws a `WrongValue`. */
export function single<Value, const Traits extends OptionTraits<Value> = OptionTraits<Value>>(
  flags: string,
  description: string,
  { read, write = String, choices = [], isPath = false }: SingleKind<Value>,
  traits?: Traits,
): OptionEntry<Given<Value, Traits>, Traits> {
  return {
    flags,
    description,
    kind: 'value',
    choices,
    isPath,
    // Without traits, the default is that of the type.
    traits: traits ?? ({} as Traits),
    read: ([first]) => (first === undefined ? traits?.default : read(first)) as Given<Value, Traits>,
    write: (value) => (value === undefined ? [] : [write(value)]),
  };
}

export interface SingleKind<Value> {
  readonly read: (text: string) => Value;
  readonly write?: (value: Value) => string;
  readonly choices?: readonly string[];
  readonly isPath?: boolean;
}

export function text<const Traits extends OptionTraits<string> = OptionTraits<string>>(
  flags: string,
  description: string,
  traits?: Traits,
): OptionEntry<Given<string, Traits>, Traits> {
  return single<string, Traits>(flags, description, { read: (given) => given }, traits);
}

/** The name of a file or folder. */
export function path<const Traits extends OptionTraits<string> = OptionTraits<string>>(
  flags: string,
  description: string,
  traits?: Traits,
): OptionEntry<Given<string, Traits>, Traits> {
  return single<string, Traits>(flags, description, { read: (given) => given, isPath: true }, traits);
}

/** One of a few words. */
export function choice<const Word extends string, const Traits extends OptionTraits<Word> = OptionTraits<Word>>(
  flags: string,
  description: string,
  choices: readonly Word[],
  traits?: Traits,
): OptionEntry<Given<Word, Traits>, Traits> {
  const read = (given: string): Word => {
    const word = choices.find((each) => each === given);
    if (word === undefined) {
      throw new WrongValue(`is invalid. Allowed choices are ${choices.join(', ')}.${suggestion(given, choices)}`);
    }
    return word;
  };
  return single<Word, Traits>(flags, description, { read, choices }, traits);
}

/** A whole number within inclusive bounds. */
export function count<const Traits extends OptionTraits<number> = OptionTraits<number>>(
  flags: string,
  description: string,
  { min, max }: { readonly min: number; readonly max: number },
  traits?: Traits,
): OptionEntry<Given<number, Traits>, Traits> {
  const read = (given: string): number => {
    const number = Number(given);
    if (/^\d+$/.test(given) && number >= min && number <= max) return number;
    throw new WrongValue(`is not a whole number from ${min} to ${max}.`);
  };
  return single<number, Traits>(flags, description, { read }, traits);
}

/** A number with its unit, in milliseconds. */
export function duration<const Traits extends OptionTraits<number> = OptionTraits<number>>(
  flags: string,
  description: string,
  traits?: Traits,
): OptionEntry<Given<number, Traits>, Traits> {
  return single<number, Traits>(flags, description, { read: readDuration, write: writeDuration }, traits);
}

function readDuration(given: string): number {
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(given);
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match?.[2] ?? ''];
  if (match === null || unit === undefined || Number(match[1]) === 0) {
    throw new WrongValue('is not a duration; give one such as 500ms, 30s, 10m or 2h.');
  }
  return Number(match[1]) * unit;
}

function writeDuration(ms: number): string {
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}

/** False unless it is given; with `--no-...`, true unless it is given. */
export function flag<const Traits extends OptionTraits<boolean> = OptionTraits<boolean>>(
  flags: string,
  description: string,
  traits?: Traits,
): OptionEntry<boolean, Traits> {
  const otherwise = isNegated(flags);
  return {
    flags,
    description,
    kind: 'flag',
    choices: [],
    isPath: false,
    traits: traits ?? ({} as Traits),
    read: ([given]) => (given === undefined ? otherwise : given === 'true'),
    write: (value) => [String(value)],
  };
}

/** Can be given several times; `read` converts one text to a value and throws a `WrongValue`. */
export function list<Value, const Traits extends OptionTraits<readonly Value[]> = OptionTraits<readonly Value[]>>(
  flags: string,
  description: string,
  { read, write = String }: Pick<SingleKind<Value>, 'read' | 'write'>,
  traits?: Traits,
): OptionEntry<readonly Value[], Traits> {
  return {
    flags,
    description: `${description} (repeatable)`,
    kind: 'list',
    choices: [],
    isPath: false,
    traits: traits ?? ({} as Traits),
    read: (given) => given.map((each) => read(each)),
    write: (values) => values.map((value) => write(value)),
  };
}

export function texts<const Traits extends OptionTraits<readonly string[]> = OptionTraits<readonly string[]>>(
  flags: string,
  description: string,
  traits?: Traits,
): OptionEntry<readonly string[], Traits> {
  return list<string, Traits>(flags, description, { read: (given) => given }, traits);
}

function isNegated(flags: string): boolean {
  return flags.startsWith('--no-');
}

/** Its name without dashes, also in files and variables: `--no-color` is the option `color`. */
export function nameOf({ flags }: Pick<OptionEntry<unknown>, 'flags'>): string {
  return /--(?:no-)?([a-z-]+)/.exec(flags)?.[1] ?? flags;
}

/** The key of an option in a configuration file, and in lower case the end of its variable. */
export function configKeyOf(entry: Pick<OptionEntry<unknown>, 'flags' | 'traits'>): string {
  return entry.traits.map ?? nameOf(entry);
}

/** The texts that the user gave for each option, by its name. */
export type GivenTexts = Readonly<Record<string, readonly string[] | undefined>>;

/** Throws a `WrongValue` that names the option and the text. */
export function parseGroup<Entries extends OptionEntries>(
  group: OptionGroup<Entries>,
  given: GivenTexts,
): Parsed<OptionGroup<Entries>> {
  const values = Object.entries(group.entries).map(([key, entry]) => [key, readEntry(entry, given[nameOf(entry)])]);
  // Each key has the value of its own entry.
  return Object.fromEntries(values) as Parsed<OptionGroup<Entries>>;
}

function readEntry(entry: OptionEntry<unknown>, given: readonly string[] = []): unknown {
  try {
    return entry.read(given);
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    const wrong = given.find((each) => isWrong(entry, each)) ?? '';
    // What follows the name in a text with a secret may be the secret.
    const shown = entry.traits.secret === undefined ? wrong : (wrong.split(/[=:]/, 1)[0] ?? '');
    throw new WrongValue(`--${nameOf(entry)} ${shown} ${error.message}`);
  }
}

function isWrong(entry: OptionEntry<unknown>, given: string): boolean {
  try {
    entry.read([given]);
    return false;
  } catch {
    return true;
  }
}

/** The texts of the default; none if there is none. */
export function defaultTexts(entry: OptionEntry<unknown>): readonly string[] {
  const { default: value } = entry.traits;
  return value === undefined ? [] : entry.write(value);
}

/** The options that a replay repeats and whose value is not the default, as words of a shell. */
export function replayWords(
  groups: readonly OptionGroup[],
  values: Readonly<Record<string, unknown>>,
  otherwise: Readonly<Record<string, unknown>>,
): readonly string[] {
  return entriesOf(groups).flatMap(([key, entry]) => {
    if (entry.traits.replay !== true) return [];
    const before = entry.write(otherwise[key]).join('\n');
    const written = entry.write(values[key]);
    if (written.join('\n') === before) return [];
    return shownWords(entry, written).flatMap((word) => [`--${nameOf(entry)}`, word]);
  });
}

/** Texts as words of a shell. A secret itself is not written anywhere. */
function shownWords(entry: OptionEntry<unknown>, written: readonly string[]): readonly string[] {
  const { secret } = entry.traits;
  if (secret === undefined) return written.map((word) => shellQuote(word));
  if (secret === true) return [`"$${nameOf(entry).replaceAll('-', '_').toUpperCase()}"`];
  return written.map((word) => secret.shown(word));
}

/** What a resumed run must have in common with the run before, by key. */
export function resumeSettings(
  groups: readonly OptionGroup[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entriesOf(groups)
      .filter(([, { traits }]) => traits.resume === true)
      .map(([key, entry]) => {
        const written = values[key] === undefined ? [] : entry.write(values[key]);
        const shown = entry.traits.secret === undefined ? written : shownWords(entry, written);
        return [nameOf(entry), shown.join(' ')];
      }),
  );
}

/**
 * The values that a program gave, with the defaults of the library; options that the library does not have get the default of
 * the command line. Throws a TypeError that names the member with the invalid value.
 */
export function libraryValues<Entries extends OptionEntries>(
  group: OptionGroup<Entries>,
  given: Readonly<Record<string, unknown>>,
): Parsed<OptionGroup<Entries>> {
  const values = Object.entries(group.entries).map(([key, entry]) => {
    const { library } = entry.traits;
    const value = library === undefined ? undefined : given[key];
    if (value !== undefined) return [key, checkedValue(key, entry, value)];
    return [key, typeof library === 'object' ? library.default : entry.read([])];
  });
  return Object.fromEntries(values) as Parsed<OptionGroup<Entries>>;
}

/** A value is right if its texts mean the same value again. */
function checkedValue(key: string, entry: OptionEntry<unknown>, value: unknown): unknown {
  const shown = JSON.stringify(value) ?? String(value);
  if (entry.kind === 'list' && !Array.isArray(value)) throw new TypeError(`${key} ${shown} is not an array.`);
  try {
    if (JSON.stringify(entry.read(entry.write(value))) === JSON.stringify(value)) return value;
  } catch (error) {
    if (error instanceof WrongValue) throw new TypeError(`${key} ${shown} ${error.message}`, { cause: error });
    throw error;
  }
  throw new TypeError(`${key} ${shown} is not a value of the right type.`);
}

export function entriesOf(groups: readonly OptionGroup[]): readonly (readonly [string, OptionEntry<unknown>])[] {
  return groups.flatMap(({ entries }) => Object.entries(entries));
}
