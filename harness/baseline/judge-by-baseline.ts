// Compares the failures of a run with the baseline: which are known, and which entries are out of date.
// This folder holds the list of known failures: read, written and compared with a run.

import { isKnown } from '../files/is-known.js';
import type { BaselineReport, CheckReport, FailureReport } from '../files/report.js';
import type { Baseline, BaselineEntry } from '../files/baseline-file.js';

export interface JudgedByBaseline {
  /** The checks, with each failure marked that is in the baseline. */
  readonly checks: readonly CheckReport[];
  /** Absent if there is no baseline. */
  readonly baseline?: BaselineReport | undefined;
}

type OutOfDate = BaselineReport['outOfDate'][number];

/** `today` is a day such as 2026-11-24. Entries of checks that were not selected are not judged. */
export function judgeByBaseline(
  checks: readonly CheckReport[],
  baseline: Baseline | undefined,
  today: string,
): JudgedByBaseline {
  if (baseline === undefined) return { checks: checks.map((check) => mark(check, [])) };
  const entriesOf = ({ id }: CheckReport): readonly BaselineEntry[] =>
    baseline.entries.filter((entry) => entry.check === id);
  const marked = checks.map((check) => mark(check, entriesOf(check)));
  const outOfDate = marked.flatMap((check) =>
    entriesOf(check).flatMap((entry) => problemWith(entry, check, today) ?? []),
  );
  const knownChecks = marked.filter((check) => isKnown(check)).length;
  return {
    checks: marked,
    baseline: { file: baseline.file, entries: baseline.entries.length, knownChecks, outOfDate },
  };
}

/** The results may have been judged by another baseline before. */
function mark(check: CheckReport, entries: readonly BaselineEntry[]): CheckReport {
  const marked = check.failures.map(({ known: _before, ...failure }): FailureReport => {
    const known = knownAs(failure, check, entries);
    return known === undefined ? failure : { ...failure, known };
  });
  // New failures come first.
  const failures = [
    ...marked.filter(({ known }) => known === undefined),
    ...marked.filter(({ known }) => known !== undefined),
  ];
  return { ...check, failures };
}

/** The entry with this signature, or one whose case has this signature now and had another before. */
function knownAs(
  { signature }: FailureReport,
  { replayed = [] }: CheckReport,
  entries: readonly BaselineEntry[],
): FailureReport['known'] {
  const changed = replayed.filter(({ found }) => found === signature).map((replay) => replay.signature);
  const exact = entries.find((entry) => entry.signature === signature);
  const entry = exact ?? entries.find((each) => changed.includes(each.signature));
  if (entry === undefined) return undefined;
  return { state: exact === undefined ? 'changed' : 'known', reason: entry.reason, issue: entry.issue };
}

/** That a failure was not seen does not prove that it is fixed; its case must have been run again and passed. */
function problemWith(entry: BaselineEntry, check: CheckReport, today: string): OutOfDate | undefined {
  const { signature, expires } = entry;
  const replay = check.replayed?.find((each) => each.signature === signature);
  const isSeen = check.failures.some((failure) => failure.signature === signature);
  const problem = (kind: OutOfDate['kind'], words: string): OutOfDate => {
    return { check: check.id, signature, kind, words: `${check.id}, "${signature}", ${words}` };
  };
  if (replay?.outcome === 'passes' && !isSeen) return problem('unexpected-pass', 'fails no longer');
  if (replay?.outcome === 'changed' && !isSeen) return problem('changed', `fails now as "${replay.found}"`);
  if (expires !== null && expires < today) return problem('expired', `expired after ${expires}`);
  return undefined;
}
