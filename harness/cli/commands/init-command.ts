// `init`: writes a configuration in which every option is explained, and a workflow that runs the suite on GitHub.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes } from '../../results/exit-code.js';
import { defaultTexts, type OptionEntry } from '../../run/options/option-table.js';
import { configEntries } from '../options/config-options.js';
import { runGroups } from '../options/run-groups.js';
import { configNames } from '../options/configuration.js';
import { usageError } from '../output/failure.js';
import { packageVersion } from '../../host/package-version.js';
import type { Terminal } from '../output/terminal.js';
import { namingFile } from '../output/write-file.js';

const configFile = 'pca-conformance.config.yaml';
const workflowFile = '.github/workflows/pca-conformance.yml';

/** Returns the exit code. */
export function initCommand(
  { target, force }: { readonly target: string; readonly force: boolean },
  { stdout, path: locate }: Terminal,
): number {
  const files = [
    [configFile, renderTemplate(target)],
    [workflowFile, renderWorkflow()],
  ] as const;
  const inTheWay = [...configNames, workflowFile].filter((path) => existsSync(locate(path)));
  if (inTheWay.length > 0 && !force) {
    throw usageError(`${inTheWay.join(' and ')} is there already, so nothing was written. Add --force to replace it.`);
  }
  for (const [path, text] of files) {
    namingFile(path, () => {
      mkdirSync(dirname(locate(path)), { recursive: true });
      writeFileSync(locate(path), text);
    });
    stdout.write(`written: ${path}\n`);
  }
  stdout.write('\nNext: "npx pca-conformance doctor", then "npx pca-conformance run".\n');
  return exitCodes.conforms;
}

/** Options that nearly everybody sets are written out; the others are comments with their defaults. */
function renderTemplate(target: string): string {
  const given: Readonly<Record<string, string>> = { target, profile: 'ci' };
  const entries = [...configEntries(runGroups)].map(([name, entry]) => {
    const { description, choices } = entry;
    const words = choices.length === 0 ? description : `${description}: ${choices.join(', ')}`;
    const value = given[name];
    const line = value === undefined ? `# ${name}: ${exampleOf(entry)}` : `${name}: ${JSON.stringify(value)}`;
    return `# ${words}\n${line.trimEnd()}\n`;
  });
  return [
    '# How pca-conformance runs here. The command line and PCA_CONFORMANCE_* in the environment outweigh this file;',
    '# "npx pca-conformance run --print-config" shows what holds.\n',
    ...entries,
  ].join('\n');
}

function exampleOf(entry: OptionEntry<unknown>): string {
  if (entry.kind === 'flag') return entry.read([]) === true ? 'true' : 'false';
  if (entry.kind === 'list') return entry.traits.map === undefined ? '[]' : '{}';
  const [text] = defaultTexts(entry);
  return text === undefined ? '' : JSON.stringify(text);
}

function renderWorkflow(): string {
  return `# Judges the target of ${configFile} with each push, and keeps the reports.
name: pca-conformance
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  conformance:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # Where the target is an emulator, start it here.
      - run: npm install --no-save pca-conformance@${packageVersion()}
      - run: npx pca-conformance run
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: pca-conformance
          path: .pca/last/
          include-hidden-files: true
`;
}
