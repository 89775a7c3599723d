// `report`: shows the results of earlier runs.

import { dirname, extname } from 'node:path';
import { compareReports, renderComparison } from '../../../reports/comparison.js';
import { renderJson } from '../../../reports/json.js';
import { renderClientIssue } from '../../../reports/issue/client-issue-text.js';
import { renderIssue } from '../../../reports/issue/issue-text.js';
import { publishable } from '../../../reports/published.js';
import { renderTrendHtml, renderTrendText } from '../../../reports/trend.js';
import { isSdkRequirementId } from '../../catalogue/sdk-requirements.js';
import type { Report } from '../../files/report.js';
import { exitCodes } from '../../results/exit-code.js';
import { mergeShards } from '../../results/merge-shards.js';
import { usageError } from '../output/failure.js';
import { judgedRelease } from '../maintenance/judged-release.js';
import { readCaseFile } from '../options/read-case.js';
import { readResultsFile } from '../options/read-results.js';
import { renderMatrix, renderReport, requireKnownForm, type ReportKind } from '../output/report-forms.js';
import type { Terminal } from '../output/terminal.js';
import { writeTextFile } from '../output/write-file.js';

export interface OutputOptions {
  readonly output?: string | undefined;
}

/** Converts one run to another kind of report. Returns the exit code, or resolves with it, as the other functions do. */
export function reportOne(kind: ReportKind, path: string, { output }: OutputOptions, terminal: Terminal): number {
  if (output !== undefined) requireKnownForm(`--output ${output}`, kind, output);
  const results = terminal.path(path);
  write(output, renderReport(kind, readResultsFile(results), output, dirname(results)), terminal);
  return exitCodes.conforms;
}

/** The results, redacted so that they can be published. */
export async function reportPublished(path: string, { output }: OutputOptions, terminal: Terminal): Promise<number> {
  const report = readResultsFile(terminal.path(path));
  write(output, renderJson(publishable(report, await judgedRelease(report))), terminal);
  return exitCodes.conforms;
}

export interface IssueOptions extends OutputOptions {
  readonly check?: string | undefined;
}

/** A saved case, or a failing check of a client, as an issue report for people who do not have the suite. */
export function reportIssue(path: string, { output, check }: IssueOptions, terminal: Terminal): number {
  const file = terminal.path(path);
  const text = check === undefined ? renderIssue(readCaseFile(file), path) : clientIssue(readResultsFile(file), check);
  write(output, text, terminal);
  return exitCodes.conforms;
}

function clientIssue(report: Report, id: string): string {
  const failed = report.checks.filter(
    ({ requirement, failures }) => isSdkRequirementId(requirement) && failures.length > 0,
  );
  const check = failed.find((each) => each.id === id);
  if (check !== undefined) return renderClientIssue(report, check);
  const ids = failed.map((each) => each.id);
  throw usageError(
    `--check ${id} is no check of a client that failed in these results; ` +
      (ids.length === 0 ? 'none did.' : `those are ${ids.join(', ')}.`),
  );
}

export function reportMatrix(paths: readonly string[], { output }: OutputOptions, terminal: Terminal): number {
  if (output !== undefined) requireKnownForm(`--output ${output}`, 'matrix', output);
  const reports = paths.map((path) => readResultsFile(terminal.path(path)));
  requireOneRequirementSet(paths, reports);
  write(output, renderMatrix(reports, output), terminal);
  return exitCodes.conforms;
}

export function reportTrend(paths: readonly string[], { output }: OutputOptions, terminal: Terminal): number {
  const reports = paths.map((path) => readResultsFile(terminal.path(path)));
  write(output, extname(output ?? '') === '.html' ? renderTrendHtml(reports) : renderTrendText(reports), terminal);
  return exitCodes.conforms;
}

export function reportDiff(oldPath: string, newPath: string, terminal: Terminal): number {
  const [before, now] = [readResultsFile(terminal.path(oldPath)), readResultsFile(terminal.path(newPath))];
  terminal.stdout.write(renderComparison(before, now));
  const { newlyFailing, lost } = compareReports(before, now);
  return newlyFailing.length === 0 && lost.length === 0 ? exitCodes.conforms : exitCodes.diverges;
}

export function reportMerge(paths: readonly string[], { output }: OutputOptions, terminal: Terminal): number {
  const merged = mergeShards(paths.map((path) => ({ path, report: readResultsFile(terminal.path(path)) })));
  if (merged.kind === 'mismatch') throw usageError(merged.problem);
  write(output, renderJson(merged.report), terminal);
  return merged.report.exit.code;
}

/** Results of different requirement sets cannot be compared row by row. */
function requireOneRequirementSet(paths: readonly string[], reports: readonly Report[]): void {
  const revision = reports[0]?.requirementSet.revision;
  const stranger = reports.findIndex(({ requirementSet }) => requirementSet.revision !== revision);
  if (stranger < 0) return;
  throw usageError(
    `${paths[stranger]}: requirementSet.revision is ${reports[stranger]?.requirementSet.revision}, and that of ${paths[0]} is ${revision}. Run both targets with one version of the suite.`,
  );
}

function write(output: string | undefined, text: string, { stdout, path: locate }: Terminal): void {
  const path = locate(output);
  if (path === undefined) stdout.write(text);
  else writeTextFile(path, text);
}
