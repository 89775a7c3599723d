// Judges the answers of a case step by step against the oracle, tracking every possible state of the service.
// This folder holds how answers are judged, without sending any call.

import { isDeepStrictEqual } from 'node:util';
import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { isPolicyOperation, type Operation, type PolicyOperation } from '../../api/operation.js';
import { answerOf, policyTextOf, type Outcome } from '../../api/outcome.js';
import { parseAuthorityArn } from '../../api/resource-arn.js';
import type { Principals } from '../../api/principal.js';
import type { AllowedTransition } from '../../api/service.js';
import type { ApiCall, RawRequest } from '../../api/raw-request.js';
import { isAccessGuarantee, type AccessGuaranteeName, type GuaranteeName, type Step } from '../../api/case.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { CertificateAuthorityStatus } from '../../api/operation.js';
import { foreignGrantees } from '../../model/policy/foreign-grantees.js';
import { objectedBy, type PolicyOracle } from '../../model/oracle.js';
import { normalizedErrorName, outcomesAgree } from '../../model/outcomes-agree.js';
import { describePolicyDifference, toleratedDifferences } from '../../model/policy/policy-equivalence.js';
import { emptyState, withAuthority, type ServiceState } from '../../model/state/state.js';
import { notImplementedNames } from '../../targets/classify.js';
import {
  citationOf,
  citationOfChangedVerdict,
  errorListOf,
  eventArn,
  isUnknownError,
  type CaseEvent,
  type Citation,
} from './citations.js';
import { judgeList } from './access-guarantees.js';
import { compareAnswers, compareRefusals, compareWithAny } from './cbor-guarantees.js';
import type { Belief, StepVerdict } from './belief.js';
import { callKey, latestAnswers } from './decision.js';
import { judgeDecision } from './judge-decision.js';
import { guarantees, transientReason } from './guarantees.js';
import type { Judgement } from './guarantee.js';
import { describeAnswer } from './answer-words.js';

export interface KnownAuthority {
  readonly arn: string;
  readonly status: CertificateAuthorityStatus;
}

/** The knowledge before the first step: these CAs, without policies. */
/** What a run has learned of its target. */
export interface Learned {
  /** The foreign grantees that exist for the target. */
  readonly knownGrantees: ReadonlySet<string>;
  readonly acceptedForms: ReadonlySet<string>;
  /** By default none. */
  readonly principals?: Principals | undefined;
}

const nothing: Learned = { knownGrantees: new Set(), acceptedForms: new Set() };

export function initialBelief(authorities: readonly KnownAuthority[], learned: Learned = nothing): Belief {
  const { knownGrantees, acceptedForms, principals = {} } = learned;
  const parts = parseAuthorityArn(authorities[0]?.arn ?? '');
  const caller = { partition: parts?.partition ?? '', region: parts?.region ?? '', account: parts?.account ?? '' };
  const state = authorities.reduce<ServiceState>(
    (known, { arn, status }) => withAuthority(known, { arn, status, type: 'SUBORDINATE' }),
    { ...emptyState(caller), knownGrantees },
  );
  return {
    states: [state],
    readsAreFaithful: true,
    policyIsKnown: true,
    events: [],
    acceptedForms,
    asks: [],
    principals,
  };
}

/** Judges one answer. `operation` is the step's operation as it was sent. Pure. */
export function judgeStep(
  oracle: PolicyOracle,
  belief: Belief,
  step: Step,
  operation: ApiCall,
  outcome: Outcome,
): JudgedStep {
  if (outcome.kind === 'transport-error' || outcome.kind === 'timeout') {
    return { belief, verdict: { kind: 'undecided', reason: describeAnswer(outcome) } };
  }
  // Whether the protocol is there at all is what this guarantee is about.
  if (outcome.kind === 'not-implemented' && step.guarantee !== 'answered-in-cbor') {
    return { belief, verdict: { kind: 'not-implemented', reason: `${operation.kind}: ${outcome.reason}` } };
  }
  const { guarantee: name } = step;
  if (name !== undefined && isAccessGuarantee(name)) {
    if (operation.kind === 'RawRequest') throw new Error(`A raw request is not judged by ${name}.`);
    return judgeDecision(belief, { step, name, operation, outcome });
  }
  if (name !== undefined) return judgeGuarantee({ oracle, belief, name, call: operation, outcome }, step.requirement);
  const transient = transientReason(outcome);
  if (transient !== undefined) return { belief, verdict: { kind: 'undecided', reason: transient } };
  if (operation.kind === 'RawRequest') return judgeRawControl(belief, operation, outcome);
  const allowed = transitionsOf(oracle, belief, operation);
  const fitting = fittingTransitions(allowed, outcome);
  const { requirement } = step;
  const answered = { oracle, operation, outcome, allowed, fitting, requirement };
  if (step.role === 'control') return judgeControl(belief, answered);
  if (operation.kind === 'GetPolicy' && !belief.policyIsKnown) {
    return { belief: believeRead(belief, operation, outcome), verdict: { kind: 'fits' } };
  }
  return judgeSubject(belief, step, answered);
}

/** An answer, and those that the oracle allows. */
interface Answered {
  readonly oracle: PolicyOracle;
  readonly operation: Operation;
  readonly outcome: Outcome;
  readonly allowed: Transitions;
  /** The allowed answers that it matches. */
  readonly fitting: Transitions;
  /** The requirement that the input is made for, if any. */
  readonly requirement: RequirementId | undefined;
}

type JudgedStep = { readonly belief: Belief; readonly verdict: StepVerdict };

type Transitions = readonly AllowedTransition<ServiceState>[];

function transitionsOf(oracle: PolicyOracle, { states }: Belief, operation: Operation): Transitions {
  return states.flatMap((state) => oracle.transitions(state, operation));
}

function fittingTransitions(allowed: Transitions, outcome: Outcome): Transitions {
  return allowed.filter((transition) => outcomesAgree(transition.outcome, outcome));
}

/** An answer, and the only guarantee for which it is judged. */
interface Guaranteed {
  readonly oracle: PolicyOracle;
  readonly belief: Belief;
  readonly name: Exclude<GuaranteeName, AccessGuaranteeName>;
  readonly call: ApiCall;
  readonly outcome: Outcome;
}

/** Judges by the guarantee only; everything else about the answer is left to other checks. */
function judgeGuarantee(guaranteed: Guaranteed, requirement: RequirementId | undefined): JudgedStep {
  const { belief, name, call, outcome } = guaranteed;
  const { text: guarantee, judge } = guarantees[name];
  const judged = judgeNamed(guaranteed) ?? judge(outcome, call);
  switch (judged.kind) {
    case 'kept': {
      const isRefused = outcome.kind !== 'success';
      const lastChange = isRefused ? { operation: call, accepted: false } : belief.lastChange;
      const events = [...belief.events, ...eventsOf(call, outcome, requirement)];
      return { belief: { ...belief, lastChange, events }, verdict: { kind: 'fits', note: judged.note } };
    }
    case 'broken': {
      const { expected, actual = describeAnswer(outcome) } = judged;
      const isAboutNames = name === 'declared-error' && call.kind !== 'RawRequest' && isPolicyOperation(call);
      const cited = isAboutNames ? { cites: [errorListOf[call.kind]], tiers: [] } : {};
      const violation = { guarantee, expected, actual, differences: [], ...cited };
      return { belief, verdict: { kind: 'violates', violation } };
    }
    case 'absent':
      return { belief, verdict: { kind: 'not-implemented', reason: judged.reason } };
    case 'silent':
      return { belief, verdict: inconclusive(outcome, `the answer to ${call.kind} was`) };
    default:
      return judged satisfies never;
  }
}

/** The guarantees that take more than one answer to judge; undefined for the others. */
function judgeNamed({ oracle, belief, name, call, outcome }: Guaranteed): Judgement | undefined {
  if (name === 'lists-no-authority') return judgeList(outcome, call, belief.states);
  if (name === 'declared-error') return judgeErrorName(oracle, belief, call, outcome);
  if (name === 'one-of-the-answers-before')
    return compareWithAny(latestAnswers(belief.answers).values(), outcome, call);
  if (name === 'refused-as-before') {
    const last = belief.answers?.at(-1);
    return last === undefined ? undefined : compareRefusals(last.outcome, outcome);
  }
  if (name !== 'same-as-before') return undefined;
  const before = latestAnswers(belief.answers).get(callKey(call));
  if (before === undefined) return undefined;
  const judged = compareAnswers(before, outcome, call);
  if (judged.kind !== 'broken' || call.kind === 'RawRequest') return judged;
  // Where the evidence leaves the answer open, each protocol may choose.
  const allowed = transitionsOf(oracle, belief, call);
  const bothAreAllowed = [before, outcome].every((each) => fittingTransitions(allowed, each).length > 0);
  const note = `answered ${judged.actual ?? describeAnswer(outcome)}; in the other protocol ${describeAnswer(before)}`;
  return bothAreAllowed && outcome.kind === 'service-error' ? { kind: 'kept', note } : judged;
}

/** The effects of a raw control are not tracked: after a write, only a later call determines the policy. */
function judgeRawControl(belief: Belief, { input }: RawRequest, outcome: Outcome): JudgedStep {
  if (outcome.kind !== 'success') {
    return { belief, verdict: inconclusive(outcome, 'the raw control was answered with') };
  }
  const isRead = (input.target ?? input.path).endsWith('GetPolicy');
  return { belief: isRead ? belief : { ...belief, policyIsKnown: false }, verdict: { kind: 'fits' } };
}

/** The verdict on an answer that shows nothing about the judged requirement. */
function inconclusive(outcome: Outcome, words: string): StepVerdict {
  const transient = transientReason(outcome);
  if (transient !== undefined) return { kind: 'undecided', reason: transient };
  const isAbsent = outcome.kind === 'service-error' && notImplementedNames.includes(outcome.error);
  return { kind: isAbsent ? 'not-implemented' : 'control-failed', reason: `${words} ${describeAnswer(outcome)}` };
}

/**
 * An error that the model declares only for other operations, or that neither the model nor the errors common to all
 * services have. The latter is judged only if the oracle excludes the answer as well.
 */
function judgeErrorName(oracle: PolicyOracle, belief: Belief, call: ApiCall, outcome: Outcome): Judgement {
  const judged = guarantees['declared-error'].judge(outcome, call);
  if (judged.kind !== 'silent' || outcome.kind !== 'service-error') return judged;
  if (call.kind === 'RawRequest' || !isPolicyOperation(call) || !isUnknownError(outcome.error)) return judged;
  const allowed = transitionsOf(oracle, belief, call);
  // If a call must succeed, its refusal is about more than a name.
  if (allowed.some((each) => each.outcome.kind === 'success')) return judged;
  return { kind: 'broken', expected: unique(allowed.map((each) => describeExpected(each.outcome))) };
}

function judgeControl(belief: Belief, answered: Answered): JudgedStep {
  const { operation, outcome, fitting } = answered;
  if (operation.kind === 'GetPolicy' && policyTextOf(outcome) !== undefined && fitting.length === 0) {
    const read = believeRead(belief, operation, outcome);
    return { belief: { ...read, readsAreFaithful: false }, verdict: { kind: 'fits' } };
  }
  if (!isPolicyOperation(operation) && outcome.kind !== 'success') {
    const reason = `${operation.kind} was answered with ${describeAnswer(outcome)}`;
    // The target does not provide the CA of the case in its state.
    return { belief, verdict: { kind: 'not-implemented', reason } };
  }
  // The suite does not judge the answers to operations on CAs themselves.
  if (fitting.length === 0 && !isPolicyOperation(operation)) {
    const reason = `${operation.kind} was answered with ${describeAnswer(outcome)}, against what is known of it`;
    return { belief, verdict: { kind: 'control-failed', reason } };
  }
  if (fitting.length === 0) return violated(belief, answered);
  if (outcome.kind !== 'success') return { belief, verdict: unsuitable(belief, answered, 'control-failed') };
  return { belief: afterChange(belief, answered), verdict: { kind: 'fits' } };
}

/** An answer that the evidence allows, but that shows nothing about the judged requirement. */
function unsuitable(
  { states }: Belief,
  { oracle, operation, outcome }: Answered,
  kind: 'control-failed' | 'not-implemented',
): StepVerdict {
  const reason = `${operation.kind} was answered with ${describeAnswer(outcome)}, which the evidence allows`;
  const [state] = states;
  if (state === undefined || operation.kind !== 'PutPolicy') return { kind, reason };
  const isAboutGrantee = objectedBy(oracle, state, operation).open.includes('POL-35');
  const grantees = isAboutGrantee ? foreignGrantees(operation.input.Policy, state.caller.account) : [];
  if (grantees.length === 0) return { kind, reason };
  const advice = 'name one that does with --grantee-account or --organization';
  return { kind: 'not-implemented', reason: `${reason}, because ${grantees.join(' and ')} may not exist: ${advice}` };
}

/** An answer that the oracle does not allow, with the requirements that it breaks. */
function violated(
  belief: Belief,
  { oracle, operation, outcome, allowed, requirement }: Answered,
  acceptable?: Step['acceptable'],
): JudgedStep {
  const [state] = belief.states;
  const citation =
    state === undefined || !isPolicyOperation(operation)
      ? {}
      : citationOf(
          { oracle, state, events: belief.events, acceptedForms: belief.acceptedForms, requirement },
          operation,
          outcome,
        );
  const violation = {
    guarantee: guaranteeOf(belief, operation),
    expected: acceptable ?? unique(allowed.map((transition) => describeExpected(transition.outcome))),
    actual: describeAnswer(outcome),
    differences: differencesOf(belief, operation, outcome),
    ...citation,
  };
  return { belief, verdict: { kind: 'violates', violation } };
}

function judgeSubject(belief: Belief, step: Step, answered: Answered): JudgedStep {
  const { oracle, operation, outcome, allowed, fitting } = answered;
  const violates = (guarantee: string, expected: readonly string[], citation: Citation): JudgedStep => ({
    belief,
    verdict: {
      kind: 'violates',
      violation: { guarantee, expected, actual: describeAnswer(outcome), differences: [], ...citation },
    },
  });
  if (fitting.length === 0) return violated(belief, answered, step.acceptable);
  const answer = answerOf(outcome);
  const isAcceptable =
    step.acceptable === undefined || step.acceptable.some((name) => name === normalizedErrorName(answer));
  // The oracle takes earlier calls into account; a fixed list does not. A success beyond the list is a remark.
  if (!isAcceptable && outcome.kind !== 'success') {
    return { belief, verdict: unsuitable(belief, answered, 'not-implemented') };
  }
  const expected = step.acceptable ?? unique(allowed.map((transition) => describeExpected(transition.outcome)));
  const returned = operation.kind === 'GetPolicy' ? policyTextOf(outcome) : undefined;
  // The length is not judged: an account id that became a root ARN may lengthen a text near the limit (GP-04).
  if (returned !== undefined && violatesConstraint(returned, newestConstraints.policy) === 'pattern') {
    return violates(
      'The policy returned consists of the documented characters.',
      ['Success with a policy of the characters U+0009, U+000A, U+000D and U+0020 to U+00FF'],
      { cites: ['GP-05'], tiers: [] },
    );
  }
  const accepted = outcome.kind === 'success';
  if (repeatsLastChange(belief, operation) && belief.lastChange?.accepted !== accepted) {
    const verdictBefore = belief.lastChange?.accepted ? ['Success'] : expected.filter((each) => each !== 'Success');
    const [state] = belief.states;
    const citation: Citation =
      state === undefined || !isPolicyOperation(operation)
        ? { cites: ['POL-29'], tiers: [] }
        : citationOfChangedVerdict({ oracle, state, requirement: step.requirement }, operation);
    return violates('The same call gets the same verdict twice.', verdictBefore, citation);
  }
  const preferred = expected[0]?.split(' ')[0];
  const isPreferred = preferred === undefined || preferred === normalizedErrorName(answer);
  const notes = [
    ...(isPreferred ? [] : [`answered ${answer}; ${preferred} is preferred`]),
    ...(returned === undefined ? [] : differencesTolerated(fitting, returned)),
  ];
  const note = notes.length === 0 ? undefined : notes.join('; ');
  return {
    belief: afterChange(belief, answered),
    verdict: { kind: 'fits', note, differs: isAcceptable ? undefined : true },
  };
}

/** The tolerated differences in a policy that was read back (GP-04), with the state that explains it best. */
function differencesTolerated(fitting: Transitions, returned: string): readonly string[] {
  const differences = fitting
    .map((transition) => policyTextOf(transition.outcome))
    .map((text) => (text === undefined ? [] : toleratedDifferences(text, returned)));
  return differences.toSorted((left, right) => left.length - right.length)[0] ?? [];
}

/** What later answers may follow from; nothing for calls that neither change nor read a policy. */
function eventsOf(call: ApiCall, outcome: Outcome, requirement?: RequirementId): readonly CaseEvent[] {
  const accepted = outcome.kind === 'success';
  switch (call.kind) {
    case 'PutPolicy':
      return [{ kind: 'put', arn: eventArn(call.input.ResourceArn), text: call.input.Policy, accepted, requirement }];
    case 'DeletePolicy':
      return [{ kind: 'delete', arn: eventArn(call.input.ResourceArn), accepted, requirement }];
    case 'GetPolicy':
      // An expected answer of a read is correct, including a refusal if there is no policy.
      return [{ kind: 'read', arn: eventArn(call.input.ResourceArn), accepted: true }];
    case 'UpdateCertificateAuthority':
    case 'DeleteCertificateAuthority':
      return [{ kind: 'move', arn: eventArn(call.input.CertificateAuthorityArn), accepted }];
    case 'RestoreCertificateAuthority':
      return [{ kind: 'restore', arn: eventArn(call.input.CertificateAuthorityArn), accepted }];
    case 'RawRequest':
      // The effects of a raw request are not tracked; one that is refused has none.
      return accepted ? [] : [{ kind: 'put', arn: '', accepted, requirement }];
    default:
      return [];
  }
}

/** The knowledge after an expected answer: the states that explain it. */
function afterChange(belief: Belief, { operation, outcome, fitting, requirement }: Answered): Belief {
  const accepted = outcome.kind === 'success';
  const changes = operation.kind !== 'GetPolicy';
  return {
    ...belief,
    states: distinctStates(fitting.map(({ next }) => next)),
    lastChange: changes ? { operation, accepted } : belief.lastChange,
    events: [...belief.events, ...eventsOf(operation, outcome, requirement)],
    policyIsKnown: accepted ? isKnownAfter(belief, operation) : belief.policyIsKnown,
  };
}

/** Whether an accepted call determines the policy: a read does, and a put if reads return what was put. */
function isKnownAfter({ policyIsKnown, readsAreFaithful }: Belief, { kind }: Operation): boolean {
  if (kind === 'GetPolicy') return true;
  return kind === 'PutPolicy' ? readsAreFaithful : policyIsKnown;
}

/** Trusts a read: from here on the CA has the policy that the target returned. */
function believeRead(belief: Belief, operation: PolicyOperation, outcome: Outcome): Belief {
  const policy = policyTextOf(outcome);
  const states = belief.states.map((state) => {
    const authority = state.authorities.get(operation.input.ResourceArn);
    if (authority === undefined) return state;
    const { policy: _before, ...rest } = authority;
    return withAuthority(state, policy === undefined ? rest : { ...rest, policy });
  });
  const events = [...belief.events, ...eventsOf(operation, { kind: 'success', output: {} })];
  return { ...belief, states: distinctStates(states), policyIsKnown: true, events };
}

/** At most a handful of states differ: those in the states of the case's CAs. */
function distinctStates(states: readonly ServiceState[]): readonly ServiceState[] {
  if (states.length < 2) return states;
  const byContent = new Map(states.map((state) => [JSON.stringify([...state.authorities.values()]), state]));
  return [...byContent.values()];
}

/** A put leaves behind the state that a repetition would meet; after a successful delete the same call meets another state. */
function repeatsLastChange({ lastChange }: Belief, operation: Operation): boolean {
  if (lastChange === undefined || !isDeepStrictEqual(lastChange.operation, operation)) return false;
  return operation.kind === 'PutPolicy' || !lastChange.accepted;
}

function guaranteeOf({ lastChange }: Belief, operation: Operation): string {
  if (operation.kind !== 'GetPolicy') return `${operation.kind} is answered as documented.`;
  if (lastChange === undefined) return 'GetPolicy is answered as documented.';
  if (!lastChange.accepted) return 'A refused call leaves the policy as it was.';
  const changed = authorityNamedBy(lastChange.operation);
  if (changed !== undefined && changed !== authorityNamedBy(operation)) {
    return 'A call on one CA leaves every other CA as it was.';
  }
  return lastChange.operation.kind === 'PutPolicy'
    ? 'After a successful PutPolicy, GetPolicy returns an equivalent document.'
    : 'GetPolicy shows what the last successful change left behind.';
}

/** In lower case, because an id in upper case may name the same CA (ARN-10). */
function authorityNamedBy({ input }: ApiCall): string | undefined {
  if ('ResourceArn' in input) return input.ResourceArn.toLowerCase();
  return 'CertificateAuthorityArn' in input ? input.CertificateAuthorityArn.toLowerCase() : undefined;
}

function differencesOf(belief: Belief, operation: Operation, outcome: Outcome): readonly string[] {
  if (!isPolicyOperation(operation) || operation.kind !== 'GetPolicy') return [];
  const returned = policyTextOf(outcome);
  const [state] = belief.states;
  const expected = state?.authorities.get(operation.input.ResourceArn)?.policy;
  if (returned === undefined || expected === undefined) return [];
  return describePolicyDifference(expected, returned);
}

/** An expected answer as text. */
function describeExpected(outcome: Outcome): string {
  if (outcome.kind !== 'success') return answerOf(outcome);
  return policyTextOf(outcome) === undefined ? 'Success' : 'Success with an equivalent policy';
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
