// Judges the answers to overlapping calls, one guarantee after another; only the guarantee can fail.

import { isPolicyOperation, type PolicyOperation } from '../../api/operation.js';
import { policyTextOf, type Outcome } from '../../api/outcome.js';
import type { Oracle } from '../../api/service.js';
import { newestModelRevision, serviceErrors, serviceModels } from '../../api/service-model.js';
import { outcomesAgree } from '../../model/outcomes-agree.js';
import { policiesAreEquivalent } from '../../model/policy/policy-equivalence.js';
import type { ServiceState } from '../../model/state/state.js';
import { explainHistory, isExplained, pictureOfCall, type UnexplainedHistory } from './explain-history.js';
import type { RequiredConsistency } from './levels.js';
import { transientReason } from './guarantees.js';
import type { KnownAuthority } from './judge.js';
import type { Violation } from './belief.js';
import { describeAnswer } from './answer-words.js';
import { stateBefore } from './register-specification.js';
import { leavesFateOpen, type RecordedCall, type RecordedHistory, type RecordedInput } from './recorded-history.js';

export interface HistoryContext {
  readonly oracle: Oracle<ServiceState>;
  readonly authorities: readonly KnownAuthority[];
  /** The consistency model that a history must satisfy. */
  readonly consistency: RequiredConsistency;
  /** How long a write may take to settle, in milliseconds; a read may lag for longer. */
  readonly settleMs: number;
}

export type HistoryVerdict =
  | { readonly kind: 'holds'; readonly notes: readonly string[] }
  | { readonly kind: 'undecided'; readonly reason: string }
  | {
      readonly kind: 'violated';
      /** The index of the call in the history. */
      readonly at: number;
      readonly violation: Violation;
      /** The calls that show it. */
      readonly needed: ReadonlySet<RecordedInput>;
    };

/** Pure. */
export function judgeHistory(history: RecordedHistory, context: HistoryContext): HistoryVerdict {
  const facts = factsOf(history, context);
  for (const [at, call] of history.entries()) {
    for (const guarantee of guaranteesOfCalls) {
      const broken = guarantee.judge(call, facts);
      if (broken === undefined) continue;
      return violatedByCall(at, { guarantee, broken, facts, context });
    }
  }
  const notes: string[] = [];
  for (const { arn, status } of context.authorities) {
    const own = history.filter((call) => arnOf(call) === arn);
    const explanation = explainHistory(own, { ...context, arn, status, changesState: facts.changesState.has(arn) });
    if (explanation.kind === 'undecided') return explanation;
    if (explanation.kind === 'unexplained') return unexplained(history, explanation, context.consistency);
    if (explanation.note !== undefined) notes.push(explanation.note);
  }
  return { kind: 'holds', notes: [...new Set(notes)] };
}

/** Whether the calls have an order that every client saw at once, so that no change was late. Pure. */
export function showsNoLag(history: RecordedHistory, context: HistoryContext): boolean {
  const { changesState } = factsOf(history, context);
  return context.authorities.every(({ arn, status }) => {
    const own = history.filter((call) => arnOf(call) === arn);
    const changes = changesState.has(arn);
    return isExplained(own, { ...context, consistency: 'linearizable', arn, status, changesState: changes });
  });
}

/** What the guarantees of single calls need from all of them. */
interface Facts {
  readonly history: RecordedHistory;
  readonly settleMs: number;
  /** The CAs whose state changes in the schedule. */
  readonly changesState: ReadonlySet<string>;
  /** Whether the rules allow this answer to the call if no other call overlaps. */
  readonly isRefusable: (operation: PolicyOperation, outcome: Outcome) => boolean;
  /** The put whose policy a read returned; undefined if it was not put. */
  readonly writtenBy: (call: RecordedCall) => RecordedCall | undefined;
}

interface GuaranteeOfCall {
  readonly text: string;
  /** Undefined if the call satisfies the guarantee, or is not covered by it. */
  readonly judge: (call: RecordedCall, facts: Facts) => Broken | undefined;
}

interface Broken {
  readonly expected: readonly string[];
  /** Present if the answer as text does not show the fault. */
  readonly actual?: string | undefined;
}

const refusedForNow = 'ConcurrentModificationException';

/** In the order in which they are judged: the simplest fault names the failure. */
const guaranteesOfCalls: readonly GuaranteeOfCall[] = [
  {
    // PP-03, GP-06, DP-05
    text: 'Of the errors of the service, an operation gives only those that are declared for it, also on overlap.',
    judge({ input: { operation }, outcome }) {
      if (!isPolicyOperation(operation) || outcome.kind !== 'service-error') return undefined;
      const declared = serviceModels[newestModelRevision].errors[operation.kind];
      const isForeign = serviceErrors.includes(outcome.error) && !declared.includes(outcome.error);
      return isForeign ? { expected: declared } : undefined;
    },
  },
  {
    // WIRE-08
    text: 'A call that is refused for now is refused with HTTP status 400.',
    judge({ outcome }) {
      const isWrong = outcome.kind === 'service-error' && outcome.error === refusedForNow && outcome.status !== 400;
      return isWrong ? { expected: [`${refusedForNow} (HTTP 400)`] } : undefined;
    },
  },
  {
    // CC-02
    text: 'ConcurrentModificationException is given only while another write to the CA is going on or may be settling.',
    judge(call, facts) {
      const { outcome } = call;
      if (outcome.kind !== 'service-error' || outcome.error !== refusedForNow) return undefined;
      return hasExcuse(call, facts) ? undefined : { expected: ['Success'] };
    },
  },
  {
    // CC-02
    text: 'Of overlapping writes to one CA each succeeds or is refused for now.',
    judge({ input: { operation }, outcome }, { changesState, isRefusable }) {
      if (operation.kind !== 'PutPolicy' && operation.kind !== 'DeletePolicy') return undefined;
      if (outcome.kind !== 'service-error' || changesState.has(operation.input.ResourceArn)) return undefined;
      if (transientReason(outcome) !== undefined || leavesFateOpen(outcome) || isRefusable(operation, outcome)) {
        return undefined;
      }
      return { expected: ['Success', refusedForNow, 'ThrottlingException'] };
    },
  },
  {
    // CC-02, GP-03
    text: 'A read returns a policy that was put on the CA, whole and alone.',
    judge(call, { history, writtenBy }) {
      const text = policyTextOf(call.outcome);
      if (call.input.operation.kind !== 'GetPolicy' || call.outcome.kind !== 'success') return undefined;
      if (text !== undefined && writtenBy(call) !== undefined) return undefined;
      const elsewhere = history.some(
        ({ input: { operation } }) => operation.kind === 'PutPolicy' && operation.input.Policy === text,
      );
      const what = elsewhere ? 'the policy of another CA' : 'a policy that was never put';
      return {
        expected: ['Success with a policy that was put', 'ResourceNotFoundException'],
        actual: text === undefined ? undefined : `Success with ${what}, of ${text.length} characters`,
      };
    },
  },
  {
    // CC-02
    text: 'A write that is refused for now has no effect.',
    judge(call, { writtenBy }) {
      if (call.input.operation.kind !== 'GetPolicy') return undefined;
      const put = writtenBy(call);
      if (put === undefined || transientReason(put.outcome) === undefined) return undefined;
      return {
        expected: ['the policy of a put that succeeded', 'ResourceNotFoundException'],
        actual: `Success with the policy of a put that was answered with ${describeAnswer(put.outcome)}`,
      };
    },
  },
];

function factsOf(history: RecordedHistory, { oracle, authorities, settleMs }: HistoryContext): Facts {
  const byRead = new Map<RecordedCall, RecordedCall | undefined>();
  const find = (read: RecordedCall): RecordedCall | undefined => {
    const text = policyTextOf(read.outcome);
    if (text === undefined) return undefined;
    const puts = history.filter((call) => putText(call) !== undefined && arnOf(call) === arnOf(read));
    const same = puts.filter((call) => putText(call) === text);
    const writers = same.length > 0 ? same : puts.filter((call) => policiesAreEquivalent(putText(call) ?? '', text));
    // Of repeated puts of one policy, one that was temporarily refused need not be the one that is read.
    return writers.find(({ outcome }) => transientReason(outcome) === undefined) ?? writers[0];
  };
  const moves = history.filter(({ input: { operation } }) => !isPolicyOperation(operation));
  return {
    history,
    settleMs,
    changesState: new Set(moves.map((call) => arnOf(call))),
    isRefusable(operation, outcome) {
      const authority = authorities.find(({ arn }) => arn === operation.input.ResourceArn);
      if (authority === undefined) return false;
      const allowed = oracle.transitions(stateBefore(authority), operation);
      return allowed.some((each) => outcomesAgree(each.outcome, outcome));
    },
    writtenBy(read) {
      if (!byRead.has(read)) byRead.set(read, find(read));
      return byRead.get(read);
    },
  };
}

/** Whether another write to the CA overlaps the call, or one that took effect ended just before. */
function hasExcuse(call: RecordedCall, { history, settleMs }: Facts): boolean {
  // Changes to the CA before the schedule began may still be settling in its first moments.
  if (call.invokedAt <= settleMs) return true;
  return history.some((other) => {
    if (other === call || other.input.operation.kind === 'GetPolicy' || arnOf(other) !== arnOf(call)) return false;
    if (other.invokedAt > call.endedAt) return false;
    const wasRefused = other.outcome.kind === 'service-error' && other.returned !== undefined;
    const goesOnUntil = other.returned === undefined ? Infinity : other.endedAt + (wasRefused ? 0 : settleMs);
    return goesOnUntil >= call.invokedAt;
  });
}

function arnOf({ input: { operation } }: Pick<RecordedCall, 'input'>): string {
  return isPolicyOperation(operation) ? operation.input.ResourceArn : operation.input.CertificateAuthorityArn;
}

function putText({ input: { operation } }: RecordedCall): string | undefined {
  return operation.kind === 'PutPolicy' ? operation.input.Policy : undefined;
}

function violatedByCall(
  at: number,
  {
    guarantee,
    broken,
    facts,
    context,
  }: {
    readonly guarantee: GuaranteeOfCall;
    readonly broken: Broken;
    readonly facts: Facts;
    readonly context: HistoryContext;
  },
): HistoryVerdict {
  const { history, changesState } = facts;
  const call = history[at];
  if (call === undefined) throw new Error(`The history has no call ${at}.`);
  const arn = arnOf(call);
  const own = history.filter((each) => arnOf(each) === arn);
  const status = context.authorities.find((each) => each.arn === arn)?.status ?? 'ACTIVE';
  const isRead = call.input.operation.kind === 'GetPolicy' && call.outcome.kind === 'success';
  const options = { oracle: context.oracle, arn, status, changesState: changesState.has(arn) };
  const picture = pictureOfCall(own, call, isRead ? undefined : guarantee.text, options);
  const { expected, actual = describeAnswer(call.outcome) } = broken;
  return {
    kind: 'violated',
    at,
    violation: { guarantee: guarantee.text, expected, actual, differences: [], history: picture },
    needed: new Set(
      own.filter((each) => each === call || each.input.operation.kind !== 'GetPolicy').map(({ input }) => input),
    ),
  };
}

/** Which call no order can explain, and why. */
function unexplained(
  history: RecordedHistory,
  { call, needed, picture }: UnexplainedHistory,
  consistency: RequiredConsistency,
): HistoryVerdict {
  const at = history.findIndex(({ input }) => input === call);
  const outcome = history[at]?.outcome;
  return {
    kind: 'violated',
    at,
    violation: {
      guarantee: guaranteeOf[consistency],
      expected: ['an answer that some order of the calls explains'],
      actual: `${outcome === undefined ? '' : describeAnswer(outcome)}. ${picture.sentence ?? ''}`,
      differences: [],
      history: picture,
    },
    needed,
  };
}

const guaranteeOf: Readonly<Record<RequiredConsistency, string>> = {
  linearizable: 'Every call takes effect at one moment between its beginning and its end.',
  sequential: 'The calls take effect in one order, which is that of each client.',
  eventual: 'A change that was answered with Success shows within the bound, and then to whoever reads.',
};
