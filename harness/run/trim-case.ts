// Takes away from a failing case what its failure does not need, so that what remains is what a person would write.

import type { Case, Step } from '../api/case.js';
import type { CaseResult, CaseRun } from './run-case.js';
import { withTexts } from './render-case.js';

/** The smallest failing case made of the given one's steps, in order. Runs at most one attempt for each step and one more. */
export async function trimCase(
  failing: Case,
  failed: CaseRun,
  attempt: (subject: Case) => Promise<CaseRun>,
): Promise<Case> {
  if (failed.result.kind !== 'violated') return failing;
  let kept: Case = { ...failing, steps: failing.steps.slice(0, failed.result.at + 1) };
  let failure = failed.result;
  for (let index = kept.steps.length - 2; index >= 0; index -= 1) {
    const removed = kept.steps[index];
    const shorter = withoutStep(kept, index);
    const { result } = await attempt(shorter);
    if (!isSameFailure(failure, result, shorter, removed)) continue;
    kept = shorter;
    failure = result;
  }
  const fewer = withoutIdleAuthorities(kept);
  if (fewer.given.length === kept.given.length) return kept;
  const { result } = await attempt(fewer);
  return isSameFailure(failure, result, fewer) ? fewer : kept;
}

type Violated = Extract<CaseResult, { kind: 'violated' }>;

/**
 * The call that failed fails still, and should have been answered as before: a read without its put fails too, but
 * another answer is then right. A read changes nothing, so where its removal changes anything about the failure, it was
 * the read that excused a policy returned in another form than it was put.
 */
function isSameFailure(before: Violated, result: CaseResult, shorter: Case, removed?: Step): result is Violated {
  if (result.kind !== 'violated' || result.at !== shorter.steps.length - 1) return false;
  if (removed?.operation.kind === 'GetPolicy') {
    return JSON.stringify(result.violation) === JSON.stringify(before.violation);
  }
  return JSON.stringify(result.violation.expected) === JSON.stringify(before.violation.expected);
}

/**
 * Without a put that a later read depended on, the read might find what an earlier case has left behind: it has to fail
 * on a CA that never carried a policy, or nobody could repeat it.
 */
function withoutStep(subject: Case, index: number): Case {
  const leavesRead = subject.steps.at(-1)?.operation.kind === 'GetPolicy';
  const removesPut = subject.steps[index]?.operation.kind === 'PutPolicy';
  const shorter = { ...subject, steps: subject.steps.toSpliced(index, 1) };
  return leavesRead && removesPut ? { ...shorter, fresh: true } : shorter;
}

/** Without the CAs that no step speaks of; the others keep their order, and one is left where none is needed. */
function withoutIdleAuthorities(subject: Case): Case {
  const spoken = JSON.stringify(subject.steps.map(({ operation }) => operation));
  const named = [...subject.given.keys()].filter((index) => spoken.includes(`{{ca${index}.`));
  const needed = named.length === 0 ? [0] : named;
  const renumber = (text: string): string =>
    text.replaceAll(/\{\{ca(\d)\./g, (_token, index) => `{{ca${needed.indexOf(Number(index))}.`);
  return {
    ...subject,
    given: subject.given.filter((_, index) => needed.includes(index)),
    steps: subject.steps.map((step) => ({ ...step, operation: withTexts(step.operation, renumber) })),
  };
}
