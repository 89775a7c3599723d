// What can be written at each place of the command line, read off the tree of commands.

import type { Command, Option } from 'commander';

/** A place after some words that name a command. */
export interface Place {
  /** Empty before any command, or such as `/report/html`. */
  readonly path: string;
  readonly candidates: readonly Candidate[];
  /** Whether files can stand there too. */
  readonly takesFiles: boolean;
}

interface Candidate {
  readonly word: string;
  readonly description: string;
  /** Absent where the word is a command or a choice. */
  readonly option?: Option | undefined;
}

/** The command that is meant where none is named. */
const defaultCommand = 'run';

export function commandPlaces(program: Command): readonly Place[] {
  return placesBelow(program, '');
}

function placesBelow(command: Command, path: string): readonly Place[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const meant = path === '' ? command.commands.find((each) => each.name() === defaultCommand) : undefined;
  const options = [command, ...(meant === undefined ? [] : [meant])].flatMap((each) => help.visibleOptions(each));
  const choices = command.registeredArguments.flatMap(({ argChoices = [], description }) =>
    argChoices.map((word) => ({ word, description })),
  );
  const place: Place = {
    path,
    candidates: [
      ...commands.map((each) => ({ word: each.name(), description: each.description() })),
      ...choices,
      ...options.flatMap((option) =>
        [option.long, option.short]
          .filter((word) => word !== undefined)
          .map((word) => ({ word, description: option.description, option })),
      ),
    ],
    takesFiles: command.registeredArguments.some((argument) => /file|results|shard|old|new/.test(argument.name())),
  };
  // The command `help` is made by the library and has no place of its own.
  return [place, ...command.commands.flatMap((each) => placesBelow(each, `${path}/${each.name()}`))];
}
