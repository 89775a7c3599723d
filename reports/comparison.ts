// The changes from one run to the next, in words.

import type { CheckReport, Report } from '../harness/files/report.js';
import type { CheckVerdict } from '../harness/files/verdicts.js';
import { divergenceWords, percent } from './headline.js';
import { terminalText } from './text/terminal-text.js';

export interface Comparison {
  /** Fails now and did not before; includes new checks. */
  readonly newlyFailing: readonly Change[];
  /** Failed before and passes now. */
  readonly newlyPassing: readonly Change[];
  /** Was judged before and is not now. */
  readonly lost: readonly Change[];
  /** Is judged now, passes, and was not judged before. */
  readonly gained: readonly Change[];
}

export interface Change {
  readonly id: string;
  readonly requirement: string;
  /** Null if the run does not have the check. */
  readonly before: CheckVerdict | null;
  readonly now: CheckVerdict | null;
  /** Why it is not judged now. */
  readonly reason: string | null;
}

export function compareReports(before: Pick<Report, 'checks'>, now: Pick<Report, 'checks'>): Comparison {
  const old = new Map(before.checks.map((check) => [check.id, check]));
  const present = new Map(now.checks.map((check) => [check.id, check]));
  const changes = [...new Set([...old.keys(), ...present.keys()])].map((id) =>
    changeOf(id, old.get(id), present.get(id)),
  );
  return {
    newlyFailing: changes.filter((change) => change.now === 'fail' && change.before !== 'fail'),
    newlyPassing: changes.filter((change) => change.now === 'pass' && change.before === 'fail'),
    lost: changes.filter((change) => isJudged(change.before) && !isJudged(change.now)),
    gained: changes.filter((change) => change.now === 'pass' && !isJudged(change.before)),
  };
}

function changeOf(id: string, before: CheckReport | undefined, now: CheckReport | undefined): Change {
  return {
    id,
    requirement: (now ?? before)?.requirement ?? '',
    before: before?.verdict ?? null,
    now: now?.verdict ?? null,
    reason: now?.reason ?? null,
  };
}

function isJudged(verdict: CheckVerdict | null): boolean {
  return verdict === 'pass' || verdict === 'fail';
}

/** As text for a terminal. */
export function renderComparison(before: Report, now: Report): string {
  const comparison = compareReports(before, now);
  const blocks = [
    [describe('old', before), describe('new', now)],
    ...sections(comparison).map(([heading, changes]) => [
      `${heading} (${changes.length})`,
      ...changes.map((change) => `  ${changeWords(change)}`),
    ]),
  ];
  const isSame = sections(comparison).length === 0;
  return `${[...blocks.map((lines) => lines.join('\n')), ...(isSame ? ['nothing changed'] : [])].join('\n\n')}\n`;
}

/** The kinds of change that occurred. */
export function sections({
  newlyFailing,
  newlyPassing,
  lost,
  gained,
}: Comparison): readonly (readonly [string, readonly Change[]])[] {
  const all = [
    ['newly failing', newlyFailing],
    ['checks lost', lost],
    ['newly passing', newlyPassing],
    ['checks gained', gained],
  ] as const;
  return all.filter(([, changes]) => changes.length > 0);
}

function describe(word: string, { target, suite, run, summary }: Report): string {
  return `${word}  ${terminalText(target.name, 200)}, ${run.startedAt}, suite ${terminalText(suite.version)}, divergence ${divergenceWords(summary)}, coverage ${percent(summary.coverage)}`;
}

export function changeWords({ id, requirement, before, now, reason }: Change): string {
  const why = now === 'pass' || now === 'fail' || reason === null ? '' : `: ${terminalText(reason, 200)}`;
  return `${terminalText(requirement)} ${terminalText(id)}: ${before ?? 'absent'} -> ${now ?? 'absent'}${why}`;
}
