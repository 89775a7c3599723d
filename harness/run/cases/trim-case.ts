// Removes from a failing case what its failure does not need, so that a minimal example remains.

import { isAccessGuarantee, type Case, type Step } from '../../api/case.js';
import type { CaseResult, CaseRun } from './case-run.js';
import { withTexts } from '../../api/render-case.js';
import { inJson, stepInJson } from './spread-protocols.js';

/** The smallest failing case made of the given one's steps, in order. */
export async function trimCase(failing: Case, failed: CaseRun, attempt: Attempt): Promise<Case> {
  if (failed.result.kind !== 'violated') return failing;
  const steps = failing.steps.slice(0, failed.result.at + 1);
  if (steps.some((step) => isJudgedByContext(step))) return { ...failing, steps };
  let found: Found = { kept: { ...failing, steps }, failure: failed.result };
  let before: number;
  do {
    before = found.kept.steps.length;
    found = await withoutSteps(found, 1, attempt);
    // Two steps may only need each other, such as the deletion of a CA and its restoration.
    found = await withoutSteps(found, 2, attempt);
  } while (found.kept.steps.length < before);
  return withoutIdleAuthorities(await withStepsInJson(found, attempt), attempt);
}

/** Each step in JSON that need not be in CBOR, from the first on. */
async function withStepsInJson(given: Found, attempt: Attempt): Promise<Found> {
  let found = given;
  if (inJson(given.kept) === undefined) return found;
  for (const [index, step] of given.kept.steps.entries()) {
    if (step.protocol === undefined) continue;
    const simpler = { ...found.kept, steps: found.kept.steps.with(index, stepInJson(step)) };
    const { result } = await attempt(simpler);
    if (isSameFailure(found.failure, result, simpler, [])) found = { kept: simpler, failure: result };
  }
  return found;
}

type Attempt = (subject: Case) => Promise<CaseRun>;

/** A failing case, and how it fails. */
interface Found {
  readonly kept: Case;
  readonly failure: Violated;
}

/** Tries once, from the end, to remove each group of so many steps. */
async function withoutSteps(given: Found, count: number, attempt: Attempt): Promise<Found> {
  let found = given;
  for (let index = found.kept.steps.length - 1 - count; index >= 0; index -= 1) {
    const { kept, failure } = found;
    // The last step is the one that fails.
    if (index + count >= kept.steps.length) continue;
    const removed = kept.steps.slice(index, index + count);
    const shorter = without(kept, index, removed);
    const { result } = await attempt(shorter);
    if (isSameFailure(failure, result, shorter, removed)) found = { kept: shorter, failure: result };
  }
  return found;
}

type Violated = Extract<CaseResult, { kind: 'violated' }>;

/**
 * The same call still fails, and its expected answer is the same: a read without its put fails too, but
 * another answer is then expected. If the removal of a control read changes anything about the failure, that read had
 * excused a policy returned in another form than it was put, and the remaining failure is of another kind.
 */
function isSameFailure(
  before: Violated,
  result: CaseResult,
  shorter: Case,
  removed: readonly Step[],
): result is Violated {
  if (result.kind !== 'violated' || result.at !== shorter.steps.length - 1) return false;
  const { guarantee } = shorter.steps[result.at] ?? {};
  const isDecision = guarantee !== undefined && isAccessGuarantee(guarantee);
  const isAlike = JSON.stringify(essence(result, isDecision)) === JSON.stringify(essence(before, isDecision));
  if (!removed.some(({ role, operation }) => role === 'control' && operation.kind === 'GetPolicy')) return isAlike;
  return isAlike && JSON.stringify(wordsOf(result)) === JSON.stringify(wordsOf(before));
}

/** What has to stay the same. Many wrong decisions expect the same answer, and break different requirements. */
function essence({ violation: { expected, cites } }: Violated, isDecision: boolean): readonly unknown[] {
  return isDecision ? [expected, cites] : [expected];
}

/** The sentences about a failure; which calls it may follow from depends on those that are left. */
function wordsOf({ violation: { guarantee, actual, differences } }: Violated): readonly unknown[] {
  return [guarantee, actual, differences];
}

/** Whether a call is judged for an effect of the calls before it, which only these calls show. */
function isJudgedByContext({ guarantee }: Step): boolean {
  if (guarantee === 'accepted' || guarantee === 'served-in-cbor') return true;
  return guarantee !== undefined && isAccessGuarantee(guarantee) && guarantee !== 'decided-by-policy';
}

/**
 * Without a put that a later read depended on, the read might return what an earlier case left behind: it must fail
 * on a CA that never had a policy, or the failure could not be repeated.
 */
function without(subject: Case, index: number, removed: readonly Step[]): Case {
  const leavesRead = subject.steps.at(-1)?.operation.kind === 'GetPolicy';
  const removesPut = removed.some(({ operation }) => operation.kind === 'PutPolicy');
  const shorter = { ...subject, steps: subject.steps.toSpliced(index, removed.length) };
  return leavesRead && removesPut ? { ...shorter, fresh: true } : shorter;
}

/** Without the CAs that no step uses; the others keep their order, and one is left if none is used. */
async function withoutIdleAuthorities({ kept, failure }: Found, attempt: Attempt): Promise<Case> {
  const spoken = JSON.stringify(kept.steps.map(({ operation }) => operation));
  const named = [...kept.given.keys()].filter((index) => spoken.includes(`{{ca${index}.`));
  const needed = named.length === 0 ? [0] : named;
  if (needed.length === kept.given.length) return kept;
  const renumber = (text: string): string =>
    text.replaceAll(/\{\{ca(\d{1,2})\./g, (_token, index) => `{{ca${needed.indexOf(Number(index))}.`);
  const fewer: Case = {
    ...kept,
    given: kept.given.filter((_, index) => needed.includes(index)),
    steps: kept.steps.map((step) => ({ ...step, operation: withTexts(step.operation, renumber) })),
  };
  const { result } = await attempt(fewer);
  return isSameFailure(failure, result, fewer, []) ? fewer : kept;
}
