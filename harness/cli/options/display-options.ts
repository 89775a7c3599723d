// The options that say what a command shows, and where its options come from.

import { flag, optionGroup, path, text, texts } from '../../run/options/option-table.js';

const heading = 'What to write:';

export const jsonOptions = optionGroup(heading, {
  json: flag('--json', 'as JSON'),
});

/** How a command that takes its time speaks to a terminal. */
export const displayOptions = optionGroup(heading, {
  json: flag('--json', 'the report as JSON on stdout, everything else on stderr'),
  color: flag('--no-color', 'no colours'),
  quiet: flag('--quiet', 'failures and the last lines only'),
});

export const reportOptions = optionGroup(heading, {
  reports: texts('--report <kind=path>', 'another report: json, junit, console, markdown, html, badge or matrix'),
});

/** Of a whole run. */
export const runDisplayOptions = optionGroup(heading, {
  resume: flag('--resume', 'continue the interrupted run in the folder of --out; its time and calls count'),
  stats: flag('--stats', 'a table of what was generated for each input class'),
});

/** What a command other than a run writes, unless it goes to the terminal. */
export const fileOptions = optionGroup(heading, {
  output: text('-o, --output <file>', 'file to write instead of the terminal'),
});

export const issueOptions = optionGroup('What to report:', {
  check: text('--check <id>', 'a check that a client failed'),
});

export const configOptions = optionGroup('Where options come from:', {
  config: path('--config <file>', 'configuration file instead of pca-conformance.config.{json,yaml,yml}', {
    commandLineOnly: true,
  }),
  printConfig: flag('--print-config', 'show every option with its value and where it comes from, and send nothing', {
    commandLineOnly: true,
  }),
});
