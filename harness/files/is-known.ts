// A question to a report, apart from its schema: who asks it at the start of a command need not load the schema.

import type { CheckReport } from './report.js';

/** Whether a check fails, and only in ways that the baseline has. */
export function isKnown({ failures }: Pick<CheckReport, 'failures'>): boolean {
  return failures.length > 0 && failures.every(({ known }) => known !== undefined);
}
