// A question to a report, apart from its schema: who asks it at the start of a command need not load the schema.

import type { CheckReport } from './report.js';

/** Whether a check fails, and only in ways that the baseline has. */
export function isKnown({ failure, otherFailures }: Pick<CheckReport, 'failure' | 'otherFailures'>): boolean {
  return failure !== null && [failure, ...otherFailures].every(({ known }) => known !== undefined);
}
