// Compares the answers of a target with the ledger. Texts of errors and the bytes of equivalent policies
// are not compared: no source specifies them.

import type { RecordedAnswer } from '../files/ledger-file.js';
import { policiesAreEquivalent } from '../model/policy/policy-equivalence.js';

export interface AnswerDifference {
  /** The step, from 0. */
  readonly at: number;
  readonly recorded: string;
  readonly found: string;
}

/** The first difference; undefined if there is none. Of a run that ended early, only the existing answers are compared. */
export function firstDifference(
  recorded: readonly RecordedAnswer[],
  found: readonly RecordedAnswer[],
): AnswerDifference | undefined {
  for (const [at, one] of recorded.entries()) {
    const other = found[at];
    if (other === undefined) return undefined;
    if (agree(one, other)) continue;
    return { at, recorded: wordsOf(one), found: wordsOf(other) };
  }
  return undefined;
}

/** Whether reads came back in another form than recorded, which is not a failure (GP-04). */
export function formsDiffer(recorded: readonly RecordedAnswer[], found: readonly RecordedAnswer[]): boolean {
  return recorded.some((one, at) => one.returned?.isExact !== found[at]?.returned?.isExact && found[at] !== undefined);
}

function agree(one: RecordedAnswer, other: RecordedAnswer): boolean {
  if (one.answer !== other.answer) return false;
  if (one.returned === undefined || other.returned === undefined) return one.returned === other.returned;
  if (one.returned.put !== null || other.returned.put !== null) return one.returned.put === other.returned.put;
  return policiesAreEquivalent(one.returned.text ?? '', other.returned.text ?? '');
}

function wordsOf({ answer, returned }: RecordedAnswer): string {
  if (returned === undefined) return answer;
  if (returned.put === null) return `${answer} with a policy that was never put`;
  return `${answer} with the policy of step ${returned.put + 1}`;
}
