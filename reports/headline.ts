// A run in few words, the same in every report that has a first line.

import type { Report } from '../harness/files/report.js';

export interface Headline {
  /** What the colour says: nothing is `good` that did not come to its end. */
  readonly tone: 'good' | 'bad' | 'unsure';
  readonly message: string;
}

export function headlineOf({ exit, summary, baseline }: Pick<Report, 'exit' | 'summary' | 'baseline'>): Headline {
  const known = baseline?.knownChecks ?? 0;
  const fail = summary.verdicts.fail - known;
  if (exit.code === 0) return { tone: 'good', message: known === 0 ? 'Conforms' : `Conforms but for ${known} known` };
  if (exit.code === 3) return { tone: 'unsure', message: 'The baseline is out of date' };
  if (exit.code === 1) return { tone: 'bad', message: `Diverges in ${countOf(fail, 'check')}` };
  if (fail > 0) return { tone: 'bad', message: `Diverges in ${countOf(fail, 'check')}, and did not end well` };
  return { tone: 'unsure', message: exit.code === 4 || exit.code === 5 ? 'Inconclusive' : 'Did not end well' };
}

export function countOf(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** A share as a percentage with one digit, and never rounded to none or all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1_000) / 10;
  if (rounded === 0 && share > 0) return 'under 0.1 %';
  if (rounded === 100 && share < 1) return '99.9 %';
  return `${rounded.toFixed(1)} %`;
}

export function divergenceWords({ divergence }: Pick<Report['summary'], 'divergence'>): string {
  return divergence === null ? 'nothing judged' : percent(divergence);
}

/** The failed checks that the baseline has, to stand beside the divergence, which counts them too. */
export function baselineWords({ baseline, summary }: Pick<Report, 'baseline' | 'summary'>): string {
  return baseline === undefined ? '' : ` (${baseline.knownChecks} of ${summary.verdicts.fail} failed known)`;
}

/** A time in the unit that reads best. */
export function durationWords(durationMs: number): string {
  if (durationMs < 1_000) return `${Number(durationMs.toPrecision(3))} ms`;
  if (durationMs < 60_000) return `${(durationMs / 1_000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
