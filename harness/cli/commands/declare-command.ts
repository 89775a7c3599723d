// How a command declares itself: its name, its description, its options, and its implementation, loaded when it is called.

import type { Command } from 'commander';
import type { OptionGroup } from '../../run/options/option-table.js';
import type { Terminal } from '../output/terminal.js';
import { addOptions, textsOf } from '../options/command-options.js';
import { givenOptions, type GivenOptions } from '../options/given-options.js';

/** The program that a command is added to, and the callback that takes its exit code. */
export interface CommandHost {
  readonly program: Command;
  readonly terminal: Terminal;
  readonly onExit: (code: number) => void;
}

/** `words` are the arguments of the command, in order; a variadic one is a list. */
type Run = (given: GivenOptions, ...words: readonly never[]) => number | Promise<number>;

/** Adds options to a command, and the action that receives their values. */
export function declareOptions(
  { terminal, onExit }: Omit<CommandHost, 'program'>,
  command: Command,
  groups: readonly OptionGroup[],
  run: Run,
): Command {
  return addOptions(command, groups).action(async (...all: readonly unknown[]) => {
    const { texts, origins } = textsOf(command, groups);
    // The declared arguments; after them, commander passes the options and the command itself.
    onExit(await run(givenOptions(texts, origins, terminal.path), ...(all.slice(0, -2) as never[])));
  });
}
