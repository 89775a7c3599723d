// The help of all commands: everything in it has a description, and every example can be run.

import { CommanderError, type Command, type Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandExamples } from './command-examples.js';
import { buildProgram } from '../program.js';
import { testTerminal } from '../../testing/run-in-process.js';

interface Node {
  /** The words that name the command; none for the program itself. */
  readonly words: string;
  readonly command: Command;
}

function nodesOf(command: Command, words: readonly string[] = []): readonly Node[] {
  const below = command.commands.flatMap((each) => nodesOf(each, [...words, each.name()]));
  return [{ words: words.join(' '), command }, ...below];
}

/** The program with actions that only report which command was called. */
function stubbedProgram(): { readonly program: Command; readonly meant: string[] } {
  const meant: string[] = [];
  const program = buildProgram(testTerminal({ cwd: '.' }), () => {});
  for (const { words, command } of nodesOf(program)) {
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
    if (command.commands.length === 0) command.action(() => void meant.push(words));
  }
  return { program, meant };
}

/** Former names of options are hidden. */
function shownOptions({ options }: Command): readonly Option[] {
  return options.filter(({ hidden }) => !hidden);
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

/** The lines below "Examples:", as they are printed. */
function examplesOf(command: Command): readonly string[] {
  const [, block = ''] = helpOf(command).split('\nExamples:\n');
  return block
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trim());
}

/** The words of an example as a shell splits them, without the shell's own words around it. */
function wordsOf(example: string): readonly string[] {
  const line = example.replace(/^source <\((.*)\)$/, '$1').replace(/ > \S+$/, '');
  return (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));
}

const nodes = nodesOf(buildProgram(testTerminal({ cwd: '.' }), () => {}));

test('every option is in an example', () => {
  const words = new Set(nodes.flatMap(({ command }) => examplesOf(command).flatMap((line) => wordsOf(line))));
  const options = nodes.flatMap(({ command }) => shownOptions(command));
  const missing = options.filter(
    ({ short, long }) => ![short, long].some((each) => each !== undefined && words.has(each)),
  );
  expect(missing.map(({ flags }) => flags)).toEqual([]);
});

describe.each(nodes.map(({ words, command }) => [words === '' ? 'the program' : words, command, words] as const))(
  '%s',
  (_name, command, words) => {
    test('is described in one line, as is every argument and option of it', () => {
      expect(command.description()).toMatch(/^\S.*\S$/);
      for (const { description, flags } of shownOptions(command)) expect(description, flags).toMatch(/^\S.*\S$/);
      const shown = command.registeredArguments.filter((argument) => argument.name() !== 'words');
      for (const argument of shown) expect(argument.description, argument.name()).toMatch(/^\S.*\S$/);
    });

    test('ends with examples that parse as this command', async () => {
      const examples = examplesOf(command);
      expect(examples.length).toBeGreaterThan(0);
      let isItself = words === '' || command.commands.length > 0;
      for (const example of examples) {
        const { program, meant } = stubbedProgram();
        const [name, ...rest] = wordsOf(example);
        expect(name).toBe('pca-conformance');
        try {
          await program.parseAsync(rest, { from: 'user' });
        } catch (error) {
          // The help itself ends in this way.
          if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
          continue;
        }
        expect(meant, example).toHaveLength(1);
        isItself ||= meant[0] === words;
      }
      expect(isItself).toBe(true);
    });
  },
);

test('no example is for a command that does not exist', () => {
  expect(Object.keys(commandExamples).toSorted()).toEqual(nodes.map(({ words }) => words).toSorted());
});

test('the options of a command with many are in groups, but for its help', () => {
  const run = nodes.find(({ words }) => words === 'run')?.command;
  for (const option of run?.options ?? []) expect(option.helpGroupHeading, option.flags).toMatch(/^\S.*:$/);
  expect(helpOf(run ?? buildProgram(testTerminal({ cwd: '.' }), () => {}))).toMatch(
    /^Target:$[^]*^How much to try:$[^]*^What to write:$/m,
  );
});
