// Looks for an order that explains the calls on one CA, at the requested consistency level, and says what is wrong if
// there is none.

import { policyTextOf, type Outcome } from '../../api/outcome.js';
import { checkConsistency, strongestConsistency, type Consistency } from '../../linearizability/consistency.js';
import { explainViolation } from '../../linearizability/explanation.js';
import { pictureOf, type HistoryPicture } from '../../linearizability/picture.js';
import { shrinkHistory } from '../../linearizability/shrink-history.js';
import type { Unexplained as NoOrder } from '../../linearizability/verdict.js';
import { describeAnswer } from './answer-words.js';
import { registerSpecification, type RegisterOptions } from './register-specification.js';
import type { RecordedCall, RecordedInput } from './recorded-history.js';
import { lagBoundMs } from './levels.js';

export interface ExplainOptions extends RegisterOptions {
  readonly consistency: Consistency;
  readonly settleMs: number;
}

export type HistoryExplanation =
  | { readonly kind: 'explained'; readonly note?: string | undefined }
  | { readonly kind: 'undecided'; readonly reason: string }
  | UnexplainedHistory;

export interface UnexplainedHistory {
  readonly kind: 'unexplained';
  /** The call that no order explains. */
  readonly call: RecordedInput;
  /** The calls that show it. */
  readonly needed: ReadonlySet<RecordedInput>;
  readonly picture: HistoryPicture;
}

/** Whether some order explains the calls on one CA; true also if that could not be decided. Pure. */
export function isExplained(calls: readonly RecordedCall[], options: ExplainOptions): boolean {
  const lag = lagBoundMs(options.settleMs);
  return checkConsistency(calls, registerSpecification(options), options.consistency, { lag }).kind !== 'unexplained';
}

/** `calls` are those on one CA. Pure. */
export function explainHistory(calls: readonly RecordedCall[], options: ExplainOptions): HistoryExplanation {
  const specification = registerSpecification(options);
  const { consistency: level } = options;
  const lag = lagBoundMs(options.settleMs);
  const verdict = checkConsistency(calls, specification, level, { lag });
  if (verdict.kind === 'undecided') return verdict;
  if (verdict.kind === 'explained') {
    if (level === 'linearizable') return { kind: 'explained' };
    const strongest = strongestConsistency(calls, specification, { lag });
    return { kind: 'explained', note: noteOn(strongest) };
  }
  const smallest = shrinkHistory(calls, specification, { level, lag }) ?? { history: calls, verdict };
  const call = smallest.history[smallest.verdict.impossible];
  if (call === undefined) throw new Error('The checker names a call that is not there.');
  return {
    kind: 'unexplained',
    call: call.input,
    needed: new Set(smallest.history.map(({ input }) => input)),
    picture: pictureOf(smallest.history, smallest.verdict, {
      describe: describeCall,
      sentence: explainViolation(smallest.history, specification, smallest.verdict, {
        describe: describeCall,
        showsPartOf,
      }).sentence,
    }),
  };
}

/** Reads that go back in time are only noted: no source excludes them (CC-01). */
function noteOn(strongest: Consistency | undefined): string | undefined {
  if (strongest === 'linearizable') return undefined;
  const note = `overlapping calls are ${strongest} and no more`;
  return strongest === 'eventual' ? `${note}: within the bound, reads go back from what they showed` : note;
}

/** The calls on one CA of which one breaks a guarantee of its own; `sentence` says which if the call does not show it. */
export function pictureOfCall(
  calls: readonly RecordedCall[],
  call: RecordedCall,
  sentence: string | undefined,
  options: RegisterOptions,
): HistoryPicture {
  const own = calls.filter((each) => each === call || each.input.operation.kind !== 'GetPolicy');
  const verdict: NoOrder = { kind: 'unexplained', impossible: own.indexOf(call), longest: [] };
  const explained = (): string =>
    explainViolation(own, registerSpecification(options), verdict, { describe: describeCall, showsPartOf }).sentence;
  return pictureOf(own, verdict, { describe: describeCall, sentence: sentence ?? explained() });
}

/** `PutPolicy Put3 -> Success`: the Sids of its policy say which put it was. */
function describeCall({ operation }: RecordedInput, outcome: Outcome | undefined): string {
  const what = operation.kind === 'PutPolicy' ? `${operation.kind} ${nameOf(operation.input.Policy)}` : operation.kind;
  if (outcome === undefined) return what;
  const returned = policyTextOf(outcome);
  return `${what} -> ${returned === undefined ? describeAnswer(outcome) : nameOf(returned)}`;
}

function nameOf(policy: string): string {
  const names = new Set([...policy.matchAll(/Put\d+/g)].map(([name]) => name));
  return names.size === 0 ? `a policy of ${policy.length} characters` : [...names].join(' and ');
}

function showsPartOf(outcome: Outcome, { operation }: RecordedInput): boolean {
  const returned = policyTextOf(outcome);
  if (returned === undefined || operation.kind !== 'PutPolicy') return false;
  return [...operation.input.Policy.matchAll(/"Sid":"([^"]*)"/g)].some(([, sid = '']) => returned.includes(sid));
}
