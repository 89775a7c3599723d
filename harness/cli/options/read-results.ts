// Reads the results of an earlier run; each problem with the file is reported with its fix.

import { presentResults } from '../../files/former-names.js';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { resultsSchema, type Report } from '../../files/report.js';
import { presentCheckId } from '../../api/former-check-ids.js';
import { errorMessage, usageError } from '../output/failure.js';

const wanted = resultsSchema.shape.schema.value;

export function readResultsFile(path: string): Report {
  const parsed = presentResults(parseJson(path, readText(path)));
  requireSchema(path, parsed);
  const checked = resultsSchema.safeParse(parsed);
  if (checked.success) return underPresentIds(checked.data);
  throw usageError(
    `${path} is not as a run writes it:\n${problemsOf(checked.error)}\nGive a results.json as it was written, or run again.`,
  );
}

/** The report with the present ids of renamed checks. */
function underPresentIds(report: Report): Report {
  const checks = report.checks.map((each) => ({ ...each, id: presentCheckId(each.id) }));
  return { ...report, checks };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(
      `${path} cannot be read: ${errorMessage(error)}. Give the results.json that a run wrote, such as .pca/last/results.json.`,
    );
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usageError(`${path} is not JSON: ${errorMessage(error)}. Give the results.json that a run wrote.`);
  }
}

/** Reports what the file is before what it lacks. */
function requireSchema(path: string, parsed: unknown): void {
  const schema = typeof parsed === 'object' && parsed !== null && 'schema' in parsed ? parsed.schema : undefined;
  if (schema === wanted) return;
  if (typeof schema !== 'string') {
    throw usageError(`${path} holds no results: the member schema is missing. Give the results.json that a run wrote.`);
  }
  const isOtherVersion = schema.replace(/\d+$/, '') === wanted.replace(/\d+$/, '');
  const fix = isOtherVersion
    ? 'Use the version of pca-conformance that wrote it, or run again with this one.'
    : 'Give the results.json that a run wrote.';
  throw usageError(
    `${path}: the member schema is "${schema}", and this version reads "${wanted}" and those before it. ${fix}`,
  );
}

function problemsOf(error: z.ZodError): string {
  const shown = 5;
  const lines = error.issues.slice(0, shown).map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  const rest = error.issues.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  ... and ${rest} more`] : [])].join('\n');
}
