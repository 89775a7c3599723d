// Takes steps away from a failing case as long as it still fails, so that what remains is what a person would write.

import type { Case } from '../api/case.js';
import type { CaseRun } from './run-case.js';

export interface TrimOptions {
  readonly attempt: (subject: Case) => Promise<CaseRun>;
  /** Whether no more attempts are to be made. */
  readonly isSpent: () => boolean;
}

/** The smallest failing case made of the given one's steps, in order. Runs at most one attempt for each step. */
export async function trimCase(failing: Case, failed: CaseRun, { attempt, isSpent }: TrimOptions): Promise<Case> {
  if (failed.result.kind !== 'violated') return failing;
  const { guarantee } = failed.result.violation;
  let kept: Case = { ...failing, steps: failing.steps.slice(0, failed.result.at + 1) };
  for (let index = kept.steps.length - 2; index >= 0 && !isSpent(); index -= 1) {
    const shorter = { ...kept, steps: kept.steps.toSpliced(index, 1) };
    const { result } = await attempt(shorter);
    // Another guarantee would be another failure: a read without its put fails too, and says something else.
    if (result.kind === 'violated' && result.violation.guarantee === guarantee) kept = shorter;
  }
  return kept;
}
