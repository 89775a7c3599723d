// `emulators`: the known emulators, how each is installed and judged, and the last published results.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { divergenceWords, percent } from '../../../reports/headline.js';
import { exitCodes } from '../../results/exit-code.js';
import type { Report } from '../../files/report.js';
import { loadEmulators, type NamedEmulator } from '../../emulators/load.js';
import { readResultsFile } from '../options/read-results.js';
import type { Terminal } from '../output/terminal.js';

/** Where the published results are, relative to the compiled file. */
const publishedFolder = new URL('../../../../reports/published/', import.meta.url);

export async function emulatorsCommand({ json }: { readonly json?: boolean }, { stdout }: Terminal): Promise<number> {
  const emulators = await loadEmulators();
  const rows = emulators.map((emulator) => ({ ...emulator, measured: measuredOf(emulator.id) }));
  if (json === true) stdout.write(`${JSON.stringify(rows.map(jsonOf), undefined, 2)}\n`);
  else stdout.write(`${rows.map(renderRow).join('\n\n')}\n`);
  return exitCodes.conforms;
}

type Row = NamedEmulator & { readonly measured: Report | undefined };

function measuredOf(id: string): Report | undefined {
  const path = fileURLToPath(new URL(`${id}.json`, publishedFolder));
  return existsSync(path) ? readResultsFile(path) : undefined;
}

function runOf({ id, start, reach }: NamedEmulator): string {
  return `pca-conformance run ${start === undefined ? reach : `--emulator ${id}`}`;
}

function renderRow(row: Row): string {
  const { id, title, version, license, homepage, install, remark, measured } = row;
  return [
    `${id}: ${title}${version === undefined ? '' : ` ${version}`}, ${license}, ${homepage}`,
    ...install.map((line, index) => `  ${index === 0 ? 'install ' : '        '}  ${line}`),
    `  judge     ${runOf(row)}`,
    ...(measured === undefined ? [] : [`  measured  ${measuredWords(measured)}`]),
    ...(remark === undefined ? [] : [`  remark    ${remark}`]),
  ].join('\n');
}

function measuredWords({ run, summary, suite }: Report): string {
  return `${run.startedAt.slice(0, 10)} by version ${suite.version}: divergence ${divergenceWords(summary)}, coverage ${percent(summary.coverage)}`;
}

function jsonOf(row: Row): object {
  const { start: _start, measured, ...rest } = row;
  const last =
    measured === undefined
      ? null
      : { date: measured.run.startedAt.slice(0, 10), suite: measured.suite.version, ...measured.summary };
  return { ...rest, judge: runOf(row), measured: last };
}
