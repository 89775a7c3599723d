// Completes the help of every command: examples at its end, options in groups, and the nearest word for a mistaken one.

import { InvalidArgumentError, type Argument, type Command, type Option } from 'commander';
import { commandExamples } from './command-examples.js';
import { suggestion } from './nearest.js';

/** The groups of options, where a command has so many that they need them; what is in none comes last. */
const optionGroups: Readonly<Record<string, readonly string[]>> = {
  'Target:': [
    'target',
    'endpoint',
    'emulator',
    'emulator-program',
    'start',
    'left',
    'right',
    'region',
    'model-revision',
    'allow-host',
    'ca-file',
    'access-key',
    'secret-key',
    'left-access-key',
    'left-secret-key',
    'right-access-key',
    'right-secret-key',
    'capability',
    'concurrency',
    'rate',
    'call-timeout',
  ],
  'Live AWS:': ['allow-account', 'allow-region', 'create-ca', 'ca-arn', 'plan', 'yes', 'max-cost', 'journal'],
  'How much to try:': ['profile', 'filter', 'seed', 'runs', 'max-calls', 'max-time', 'max-minutes', 'shard'],
  'How to judge:': [
    'level',
    'grantee-account',
    'organization',
    'consistency',
    'settle-ms',
    'baseline',
    'against',
    'compare',
  ],
  'What to write:': ['out', 'resume', 'report', 'json', 'stats', 'trace', 'trace-all', 'color', 'no-color', 'quiet'],
  'Where options come from:': ['config', 'print-config'],
};

/** So many options are read without groups. */
const fewOptions = 12;

/** Also for the commands below. Returns the command. */
export function completeHelp(command: Command, words: readonly string[] = []): Command {
  for (const option of command.options) suggestChoices(option);
  for (const argument of command.registeredArguments) suggestChoices(argument);
  if (command.options.length > fewOptions) groupOptions(command);
  // An option that may be repeated begins with an empty list, which says nothing to a reader.
  command.configureHelp({
    optionDescription: (option) => describe(option),
  });
  const examples = commandExamples[words.join(' ')] ?? [];
  if (examples.length > 0) {
    command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`);
  }
  for (const sub of command.commands) completeHelp(sub, [...words, sub.name()]);
  return command;
}

function groupOptions(command: Command): void {
  for (const option of command.options) {
    const name = option.long?.slice(2) ?? '';
    const group = Object.entries(optionGroups).find(([, names]) => names.includes(name));
    if (group !== undefined) option.helpGroup(group[0]);
  }
}

function suggestChoices(word: Option | Argument): void {
  const { argChoices } = word;
  if (argChoices === undefined) return;
  word.argParser((value: string) => {
    if (argChoices.includes(value)) return value;
    throw new InvalidArgumentError(`Allowed choices are ${argChoices.join(', ')}.${suggestion(value, argChoices)}`);
  });
}

/** What the option is for, then its choices and what holds without it. */
function describe(option: Option): string {
  const { description, argChoices } = option;
  const defaultValue: unknown = option.defaultValue;
  const remarks = [
    ...(argChoices === undefined ? [] : [`choices: ${argChoices.join(', ')}`]),
    ...(typeof defaultValue === 'string' ? [`default: ${defaultValue}`] : []),
  ];
  return remarks.length === 0 ? description : `${description} (${remarks.join('; ')})`;
}
