// `baseline`: creates the list of known failures from a run, brings it up to date, and compares a run with it.

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { terminalText } from '../../../reports/text/terminal-text.js';
import { allChecks, checksOf } from '../../../suites/all-checks.js';
import type { CaseFile } from '../../files/case-file.js';
import type { Parsed } from '../../run/options/option-table.js';
import type { baselineOptions } from '../options/baseline-options.js';
import type { CheckReport, FailureReport, Report } from '../../files/report.js';
import type { BaselineEntry } from '../../files/baseline-file.js';
import { judgeByBaseline } from '../../baseline/judge-by-baseline.js';
import { renderBaseline, withoutEntries } from '../../baseline/write-baseline.js';
import { decideExit, exitCodes } from '../../results/exit-code.js';
import { loadSavedCases } from '../../files/saved-cases.js';
import { usageError } from '../output/failure.js';
import { readBaselineFile, readBaselineToPrune, readTextFile } from '../options/read-baseline-file.js';
import { readResultsFile } from '../options/read-results.js';
import type { Terminal } from '../output/terminal.js';
import { writeTextFile } from '../output/write-file.js';

/** Longer lines are shortened in the middle. */
const maxLineLength = 1_000;

/** Returns the exit code, as the other functions do. */
export async function baselineCreate(
  results: string,
  { output, reason, issue, expires }: Parsed<typeof baselineOptions>,
  terminal: Terminal,
): Promise<number> {
  const resultsPath = terminal.path(results);
  if (reason.trim() === '') throw usageError('--reason is empty; say why the failures are accepted.');
  const report = readResultsFile(resultsPath);
  const { cases: loaded } = await loadSavedCases(dirname(resultsPath));
  const cases = loaded.map(({ saved }) => saved);
  const entries = report.checks.flatMap((check) =>
    check.failures.map((failure): BaselineEntry => ({
      check: check.id,
      signature: failure.signature,
      reason: failure.known?.reason ?? reason,
      issue: failure.known?.issue ?? issue ?? null,
      firstSeen: report.run.startedAt.slice(0, 10),
      expires: expires ?? null,
      case: caseOf(check, failure, { cases, resultsPath }),
    })),
  );
  const text = renderBaseline(entries);
  if (output === undefined) terminal.stdout.write(text);
  else {
    writeTextFile(terminal.path(output), text);
    write(`${entries.length} entries in ${output}; give each its own reason and issue if they differ`, terminal);
  }
  return exitCodes.conforms;
}

/** Without results, only entries of unknown checks are removed. */
export function baselinePrune(path: string, resultsPath: string | undefined, terminal: Terminal): number {
  const file = terminal.path(path);
  const results = resultsPath === undefined ? undefined : readResultsFile(terminal.path(resultsPath));
  const checks = results === undefined ? allChecks : checksOf(results.requirementSet.modelRevision);
  const { entries, unknown } = readBaselineToPrune(file, checks);
  const known = entries.filter((_entry, index) => !unknown.includes(index));
  const isReplayed = results?.checks.some(({ replayed }) => replayed !== undefined) === true;
  if (results !== undefined && known.length > 0 && !isReplayed && unknown.length === 0) {
    throw usageError(
      `${resultsPath} does not say what became of the entries; give the results of "run --baseline ${file}".`,
    );
  }
  const judged =
    results === undefined || !isReplayed
      ? undefined
      : judgeByBaseline(results.checks, { file, entries: withoutExpiry(known) }, '');
  const gone = judged?.baseline?.outOfDate.filter(({ kind }) => kind === 'unexpected-pass') ?? [];
  const places = entries.flatMap(({ check, signature }, index) =>
    unknown.includes(index) || gone.some((each) => each.check === check && each.signature === signature) ? [index] : [],
  );
  if (places.length > 0) writeTextFile(file, withoutEntries(readTextFile('the baseline', file), places));
  for (const index of unknown) {
    const { check, signature } = entries[index] ?? { check: '', signature: '' };
    write(`removed: ${check}, "${signature}", names no existing check or input class`, terminal);
  }
  for (const { words } of gone) write(`removed: ${words}`, terminal);
  write(`${entries.length - places.length} of ${entries.length} entries remain in ${file}`, terminal);
  return exitCodes.conforms;
}

export function baselineCheck(path: string, resultsPath: string | undefined, terminal: Terminal): number {
  const file = terminal.path(path);
  const today = new Date().toISOString().slice(0, 10);
  if (resultsPath === undefined) {
    const { entries } = readBaselineFile('the baseline', file, allChecks);
    const expired = entries.filter(({ expires }) => expires !== null && expires < today);
    for (const { check, signature, expires } of expired) {
      write(`${check}, "${signature}", expired after ${expires}`, terminal);
    }
    write(`${entries.length} entries in ${file}, ${expired.length} of them expired`, terminal);
    return expired.length === 0 ? exitCodes.conforms : exitCodes.baselineOutOfDate;
  }
  const report = readResultsFile(terminal.path(resultsPath));
  const baseline = readBaselineFile('the baseline', file, checksOf(report.requirementSet.modelRevision));
  const judged = judgeByBaseline(report.checks, baseline, today);
  const unknown = judged.checks.flatMap((check) =>
    check.failures.flatMap(({ known, signature }) =>
      known === undefined ? [`${check.id}, "${signature}", is not in the baseline`] : [],
    ),
  );
  for (const line of [...unknown, ...(judged.baseline?.outOfDate ?? []).map(({ words }) => words)])
    write(line, terminal);
  const checks = [...judged.checks];
  const exit = decideExit({
    ...report,
    baseline: judged.baseline,
    checks,
    stopped: report.run.stopped,
    ...interruptionOf(report),
  });
  write(`exit ${exit.code}: ${exit.reason}`, terminal);
  return exit.code;
}

/** That an entry expires is not a finding of the run. */
function withoutExpiry(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  return entries.map((entry) => ({ ...entry, expires: null }));
}

function interruptionOf({ exit }: Report): { readonly interruptedBy: 'SIGINT' | 'SIGTERM' | undefined } {
  if (exit.code === exitCodes.interrupted) return { interruptedBy: 'SIGINT' };
  return { interruptedBy: exit.code === exitCodes.terminated ? 'SIGTERM' : undefined };
}

/** The saved case that has this failure: the results hold the case only as text. */
function caseOf(
  { id }: CheckReport,
  { inputClass, guarantee, actual, signature }: FailureReport,
  { cases, resultsPath }: { readonly cases: readonly CaseFile[]; readonly resultsPath: string },
): CaseFile['case'] {
  const found = cases.find(
    (saved) =>
      saved.check === id &&
      saved.case.inputClass === inputClass &&
      saved.guarantee === guarantee &&
      saved.actual === actual,
  );
  if (found !== undefined) return found.case;
  const folder = join(dirname(resultsPath), 'cases');
  const fix = existsSync(folder) && readdirSync(folder).length > 0 ? 'they are of another run' : 'it is not there';
  throw usageError(
    `${folder} has no case of ${id}, "${signature}": ${fix}. Give the results.json in the folder that the run wrote.`,
  );
}

/** Signatures contain text that the target sent. */
function write(line: string, { stdout }: Terminal): void {
  stdout.write(`${terminalText(line, maxLineLength)}\n`);
}
