// The verdict of a check by what was found, whether a service or a client is judged.

import type { Level } from '../../catalogue/requirement.js';
import type { CheckVerdict } from '../../files/verdicts.js';

export interface Found<Failure> {
  readonly level: Level;
  readonly failures: readonly Failure[];
  /** A failure as text, for a level at which no failure fails the check. */
  readonly remarkOf: (failure: Failure) => string;
  readonly notes: readonly string[];
  /** Why the check did not observe enough; undefined if it did. */
  readonly missing: { readonly verdict: CheckVerdict; readonly reason: string } | undefined;
  /** Why failures of level `note` neither fail nor pass the check. */
  readonly differing: string;
}

export interface Conclusion<Failure> {
  readonly verdict: CheckVerdict;
  /** Absent if the verdict is about the answers. */
  readonly reason?: string | undefined;
  readonly notes: readonly string[];
  readonly failures: readonly Failure[];
}

/** A failure takes precedence; otherwise nothing that is required may be missing. */
export function conclude<Failure>(found: Found<Failure>): Conclusion<Failure> {
  const { level, failures, remarkOf, notes, missing, differing } = found;
  if (failures.length > 0 && level !== 'note') return { verdict: 'fail', notes, failures };
  if (missing !== undefined) return { ...missing, notes, failures };
  if (failures.length === 0) return { verdict: 'pass', notes, failures };
  const remarks = failures.map((failure) => remarkOf(failure));
  return { verdict: 'indeterminate', reason: differing, notes: [...notes, ...remarks], failures: [] };
}
