// The headline of a report, and numbers in words.

import type { Report } from '../harness/files/report.js';
import { countOf } from '../harness/text/count.js';

export interface Headline {
  /** The colour; `good` only if the run finished. */
  readonly tone: 'good' | 'bad' | 'unsure';
  readonly message: string;
}

export function headlineOf({ exit, summary, baseline }: Pick<Report, 'exit' | 'summary' | 'baseline'>): Headline {
  const known = baseline?.knownChecks ?? 0;
  const fail = summary.verdicts.fail - known;
  if (exit.code === 0)
    return { tone: 'good', message: known === 0 ? 'Conforms' : `Conforms except for ${known} known` };
  if (exit.code === 3) return { tone: 'unsure', message: 'The baseline is out of date' };
  if (exit.code === 1) return { tone: 'bad', message: `Diverges in ${countOf(fail, 'check')}` };
  if (fail > 0) return { tone: 'bad', message: `Diverges in ${countOf(fail, 'check')}, and did not finish cleanly` };
  return { tone: 'unsure', message: exit.code === 4 || exit.code === 5 ? 'Inconclusive' : 'Did not finish cleanly' };
}

/** A share as a percentage with one decimal, never rounded to 0 or 100. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1_000) / 10;
  if (rounded === 0 && share > 0) return 'under 0.1 %';
  if (rounded === 100 && share < 1) return '99.9 %';
  return `${rounded.toFixed(1)} %`;
}

export function divergenceWords({ divergence }: Pick<Report['summary'], 'divergence'>): string {
  return divergence === null ? 'nothing judged' : percent(divergence);
}

/** How many failed checks are in the baseline; shown beside the divergence, which counts them too. */
export function baselineWords({ baseline, summary }: Pick<Report, 'baseline' | 'summary'>): string {
  return baseline === undefined ? '' : ` (${baseline.knownChecks} of ${summary.verdicts.fail} failed known)`;
}

/** A duration in a readable unit. */
export function durationWords(durationMs: number): string {
  if (durationMs < 1_000) return `${Number(durationMs.toPrecision(3))} ms`;
  if (durationMs < 60_000) return `${(durationMs / 1_000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
