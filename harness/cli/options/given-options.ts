// What the user gave a command: texts with their origins, of which tables of options make values.

import {
  entriesOf,
  parseGroup,
  WrongValue,
  type GivenTexts,
  type OptionEntries,
  type OptionGroup,
  type Parsed,
} from '../../run/options/option-table.js';
import { CommandFailure, usageError } from '../output/failure.js';
import type { Terminal } from '../output/terminal.js';

/** By the name of an option, where its value comes from; those that are not there have their default. */
export type Origins = ReadonlyMap<string, string>;

export const commandLine = 'command line';

export interface GivenOptions {
  /** The values of a group. Throws the fault of the user if one is wrong. */
  of<Entries extends OptionEntries>(group: OptionGroup<Entries>): Parsed<OptionGroup<Entries>>;
  /** As the user wrote it; undefined if there is no value, not even a default. */
  text(name: string): string | undefined;
  readonly texts: GivenTexts;
  readonly origins: Origins;
}

export function givenOptions(texts: GivenTexts, origins: Origins, path: Terminal['path']): GivenOptions {
  return {
    texts,
    origins,
    text: (name) => texts[name]?.[0],
    of(group) {
      try {
        return withPaths(group, parseGroup(group, texts), path);
      } catch (error) {
        if (error instanceof WrongValue) throw usageError(error.message);
        throw error;
      }
    },
  };
}

/** Names of files as the file system finds them. */
function withPaths<Values>(group: OptionGroup, values: Values, path: Terminal['path']): Values {
  const located = entriesOf([group]).flatMap(([key, { isPath }]) => {
    const value: unknown = Reflect.get(Object(values), key);
    return isPath && typeof value === 'string' ? [[key, path(value)]] : [];
  });
  return { ...values, ...Object.fromEntries(located) };
}

/** What an error says of an option that the user did not write on the command line gets its origin added. */
export async function namingOrigins<Result>(origins: Origins, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const name = /^--([a-z-]+) /.exec(error.message)?.[1] ?? '';
    const origin = origins.get(name);
    if (origin === undefined || origin === commandLine) throw error;
    throw new CommandFailure(error.exitCode, `${error.message} (--${name} comes from ${origin}.)`);
  }
}
