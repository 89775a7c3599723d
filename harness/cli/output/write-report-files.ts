// Writes the files of every run, and those that were asked for.

import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderMarkdown } from '../../../reports/markdown.js';
import type { Report } from '../../files/report.js';
import { exitCodes, type Exit } from '../../results/exit-code.js';
import { errorMessage } from './failure.js';
import { renderReport } from './report-forms.js';
import type { RequestedReport } from '../options/read-run.js';
import type { Terminal } from './terminal.js';

/** Writes what it can; a file that cannot be written is a fault of the suite, unless something graver happened. */
export function writeReportFiles(
  report: Report,
  requested: readonly RequestedReport[],
  outDir: string,
  { env, path: locate }: Pick<Terminal, 'env' | 'path'>,
): Exit {
  const always: readonly RequestedReport[] = [
    { kind: 'junit', path: join(outDir, 'junit.xml') },
    { kind: 'html', path: join(outDir, 'report.html') },
    { kind: 'markdown', path: join(outDir, 'summary.md') },
    { kind: 'json', path: join(outDir, 'results.json') },
  ];
  let { exit } = report;
  const tryToWrite = (path: string, write: () => void): void => {
    try {
      write();
    } catch (error) {
      const wasInterrupted = exit.code === exitCodes.interrupted || exit.code === exitCodes.terminated;
      if (!wasInterrupted)
        exit = { code: exitCodes.suiteFault, reason: `${path} was not written: ${errorMessage(error)}` };
    }
  };
  const stepSummary = locate(env['GITHUB_STEP_SUMMARY']);
  if (stepSummary !== undefined && stepSummary !== '') {
    tryToWrite(stepSummary, () => appendFileSync(stepSummary, renderMarkdown({ ...report, exit })));
  }
  for (const { kind, path } of [...requested, ...always]) {
    tryToWrite(path, () => writeFileSync(path, renderReport(kind, { ...report, exit }, path, outDir)));
  }
  return exit;
}
