// `report`: shows the results of earlier runs.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { compareReports, renderComparison } from '../../../reports/comparison.js';
import { renderJson } from '../../../reports/json.js';
import { renderIssue } from '../../../reports/issue/issue-text.js';
import { publishable } from '../../../reports/published.js';
import { renderTrendHtml, renderTrendText } from '../../../reports/trend.js';
import type { Report } from '../../files/report.js';
import { exitCodes } from '../../results/exit-code.js';
import { mergeShards } from '../../results/merge-shards.js';
import { CommandFailure, errorMessage, usageError } from '../output/failure.js';
import { judgedRelease } from './judged-release.js';
import { readCaseFile } from '../options/read-case.js';
import { readResultsFile } from '../options/read-results.js';
import { renderMatrix, renderReport, requireKnownForm, type ReportKind } from '../output/report-forms.js';

export interface OutputFlags {
  readonly output?: string;
}

/** One run as another kind of report. Returns the exit code, or resolves with it, as do the others. */
export function reportOne(kind: ReportKind, path: string, { output }: OutputFlags): number {
  if (output !== undefined) requireKnownForm(`--output ${output}`, kind, output);
  write(output, renderReport(kind, readResultsFile(path), output, dirname(path)));
  return exitCodes.conforms;
}

/** The results as they can be shown to anybody. */
export async function reportPublished(path: string, { output }: OutputFlags): Promise<number> {
  const report = readResultsFile(path);
  write(output, renderJson(publishable(report, await judgedRelease(report))));
  return exitCodes.conforms;
}

/** A saved case for people who do not have the suite. */
export function reportIssue(path: string, { output }: OutputFlags): number {
  write(output, renderIssue(readCaseFile(path), path));
  return exitCodes.conforms;
}

export function reportMatrix(paths: readonly string[], { output }: OutputFlags): number {
  if (output !== undefined) requireKnownForm(`--output ${output}`, 'matrix', output);
  const reports = paths.map((path) => readResultsFile(path));
  requireOneRequirementSet(paths, reports);
  write(output, renderMatrix(reports, output));
  return exitCodes.conforms;
}

export function reportTrend(paths: readonly string[], { output }: OutputFlags): number {
  const reports = paths.map((path) => readResultsFile(path));
  write(output, extname(output ?? '') === '.html' ? renderTrendHtml(reports) : renderTrendText(reports));
  return exitCodes.conforms;
}

export function reportDiff(oldPath: string, newPath: string): number {
  const [before, now] = [readResultsFile(oldPath), readResultsFile(newPath)];
  process.stdout.write(renderComparison(before, now));
  const { newlyFailing, lost } = compareReports(before, now);
  return newlyFailing.length === 0 && lost.length === 0 ? exitCodes.conforms : exitCodes.diverges;
}

export function reportMerge(paths: readonly string[], { output }: OutputFlags): number {
  const merged = mergeShards(paths.map((path) => ({ path, report: readResultsFile(path) })));
  if (merged.kind === 'mismatch') throw usageError(merged.problem);
  write(output, renderJson(merged.report));
  return merged.report.exit.code;
}

/** Rows of different sets would be compared as if they said the same. */
function requireOneRequirementSet(paths: readonly string[], reports: readonly Report[]): void {
  const revision = reports[0]?.requirementSet.revision;
  const stranger = reports.findIndex(({ requirementSet }) => requirementSet.revision !== revision);
  if (stranger < 0) return;
  throw usageError(
    `${paths[stranger]}: requirementSet.revision is ${reports[stranger]?.requirementSet.revision}, and that of ${paths[0]} is ${revision}. Run both targets with one version of the suite.`,
  );
}

function write(path: string | undefined, text: string): void {
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandFailure(exitCodes.suiteFault, `${path} was not written: ${errorMessage(error)}`);
  }
}
