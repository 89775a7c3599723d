// A function about reports, apart from their schema: a command that needs it at its start need not load the schema.

import type { CheckReport } from './report.js';

/** Whether a check fails, but only in ways that are in the baseline. */
export function isKnown({ failures }: Pick<CheckReport, 'failures'>): boolean {
  return failures.length > 0 && failures.every(({ known }) => known !== undefined);
}
