// Reads the file of a baseline; each problem is reported with file, line, column and the nearest known word.

import { readFileSync } from 'node:fs';
import type { TextProblem } from '../../files/yaml-text.js';
import type { Baseline } from '../../files/baseline-file.js';
import { readBaseline } from '../../baseline/read-baseline.js';
import type { Check } from '../../run/cases/check.js';
import { errorMessage, usageError } from '../output/failure.js';
import { suggestion } from '../../text/nearest.js';

/** `words` are those by which the user named the file. */
export function readBaselineFile(words: string, file: string, checks: readonly Check[]): Baseline {
  const read = readBaseline(readTextFile(words, file), checks);
  if (read.kind === 'malformed') throw usageError(renderProblems(file, read.problems));
  return { file, entries: read.entries };
}

/** The same, with the places of entries whose check or input class is not known, which is then not a mistake. */
export function readBaselineToPrune(
  file: string,
  checks: readonly Check[],
): Baseline & { readonly unknown: readonly number[] } {
  const read = readBaseline(readTextFile('the baseline', file), checks, { allowsUnknown: true });
  if (read.kind === 'malformed') throw usageError(renderProblems(file, read.problems));
  return { file, entries: read.entries, unknown: read.unknown };
}

export function readTextFile(words: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(`${words} ${file} cannot be read: ${errorMessage(error)}`);
  }
}

/** A line for each problem, at most ten, in the form in which editors and CI link to files. */
export function renderProblems(file: string, problems: readonly TextProblem[]): string {
  const shown = 10;
  const lines = problems.slice(0, shown).map(({ line, column, message, unknown }) => {
    const nearest = unknown === undefined ? '' : suggestion(unknown.word, unknown.known);
    return `${file}:${line}:${column}: ${message}${nearest}`;
  });
  const rest = problems.length - lines.length;
  return [...lines, ...(rest > 0 ? [`... and ${rest} more`] : [])].join('\n');
}
