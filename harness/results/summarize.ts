// Counts the verdicts of a run.

import type { CheckReport, Report } from '../files/report.js';
import { verdicts } from '../files/verdicts.js';

/** Divergence and coverage are never combined into one score. */
export function summarize(rows: readonly Pick<CheckReport, 'verdict'>[], total: number): Report['summary'] {
  const counts = Object.fromEntries(
    verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  ) as Report['summary']['verdicts'];
  const judged = counts.pass + counts.fail;
  return {
    divergence: judged === 0 ? null : counts.fail / judged,
    coverage: judged / total,
    verdicts: counts,
  };
}
