// Judges whether a call was let in: against the policy of the CA and the facts of the caller, or against earlier calls.

import type { AccessGuaranteeName, Step } from '../../api/case.js';
import type { Operation } from '../../api/operation.js';
import { callerOf, type CallerFacts, type PrincipalName } from '../../api/principal.js';
import type { Outcome } from '../../api/outcome.js';
import type { RequirementId } from '../../catalogue/index.js';
import { accessRequestOf, namedArn } from '../../model/access/access-transitions.js';
import type { AccessRequest } from '../../model/access/access-request.js';
import { decide, isForeign, type Verdict } from '../../model/access/decide.js';
import type { ServiceState } from '../../model/state/state.js';
import { describeAnswer } from './answer-words.js';
import { callKey, decisionOf, isShareable, latestAnswers, type Decision } from './decision.js';
import { citationOfDecision, type WrongDecision } from './decision-citations.js';
import type { Ask, Belief, StepVerdict } from './belief.js';

/** An answer and the call that it answers. */
export interface AnsweredAsk {
  readonly step: Step;
  readonly name: AccessGuaranteeName;
  readonly operation: Operation;
  readonly outcome: Outcome;
}

interface Judged {
  readonly belief: Belief;
  readonly verdict: StepVerdict;
}

export function judgeDecision(belief: Belief, { step, name, operation, outcome }: AnsweredAsk): Judged {
  const caller = callerIn(belief, step.as);
  if (caller === undefined) {
    return { belief, verdict: { kind: 'not-implemented', reason: `the target has no principal ${step.as}` } };
  }
  const seen = decisionOf(operation, step.as, outcome, latestAnswers(belief.answers));
  if (seen === undefined) {
    const reason = `the answer to ${operation.kind} shows no decision: ${describeAnswer(outcome)}`;
    return { belief, verdict: { kind: 'control-failed', reason } };
  }
  const ask: Ask = {
    operation,
    as: step.as,
    seen,
    isForeign: isForeign(caller, namedArn(operation) ?? ''),
    changes: belief.events.filter(({ kind, accepted }) => accepted && (kind === 'put' || kind === 'delete')).length,
  };
  const request = accessRequestOf(operation, caller);
  const wanted = relations[name](belief, ask, request);
  if (wanted === 'either' || wanted === seen) {
    return { belief: { ...belief, asks: [...belief.asks, ask] }, verdict: { kind: 'fits' } };
  }
  const cites = [
    name === 'decided-by-policy'
      ? citationOfDecision({ ...situationOf(belief, request), operation, request, seen })
      : (step.requirement ?? 'ACC-11'),
  ] satisfies readonly RequirementId[];
  const violation = {
    guarantee: `${texts[name]} ${asWords(step.as)} calls ${operation.kind}.`,
    expected: wanted === 'allowed' ? ['Success'] : ['AccessDeniedException', 'ResourceNotFoundException'],
    actual: describeAnswer(outcome),
    differences: [],
    cites,
    tiers: [],
  };
  return { belief, verdict: { kind: 'violates', violation } };
}

const texts: Readonly<Record<AccessGuaranteeName, string>> = {
  'decided-by-policy': 'The policy and the rights of the caller decide about a call.',
  'decided-as-before': 'The decision about a call stays the same.',
  'decided-as-swapped': 'Exchanging two accounts in a policy exchanges the decisions about them.',
  'allowed-if-before': 'A policy that grants more takes no access away.',
  'refused-if-before': 'A policy that grants less gives no access.',
  'allowed-if-ever-before': 'Two policies in one grant what each of them grants.',
};

function asWords(as: PrincipalName | undefined): string {
  return `The principal ${as ?? 'owner'}`;
}

/** The decision that has to be seen, `either` if any may be. */
type Relation = (belief: Belief, ask: Ask, request: AccessRequest) => Verdict;

const relations: Readonly<Record<AccessGuaranteeName, Relation>> = {
  'decided-by-policy': ({ states }, _ask, request) => {
    const verdicts = new Set(states.map((state) => decide(policyIn(state, request), request)));
    const [first = 'either'] = verdicts;
    return verdicts.size === 1 ? first : 'either';
  },
  'decided-as-before': ({ asks }, ask) => lastLike(asks, ask, ask.as) ?? 'either',
  'decided-as-swapped': ({ asks }, ask) => lastLike(asks, ask, swapped(ask.as)) ?? 'either',
  'allowed-if-before': ({ asks }, ask) => (lastLike(asks, ask, ask.as) === 'allowed' ? 'allowed' : 'either'),
  'refused-if-before': ({ asks }, ask) => (lastLike(asks, ask, ask.as) === 'refused' ? 'refused' : 'either'),
  'allowed-if-ever-before': ({ asks }, ask) => {
    const before = asks.filter((each) => isLike(each, ask, ask.as)).map(({ seen }) => seen);
    if (before.length === 0) return 'either';
    return before.includes('allowed') ? 'allowed' : 'refused';
  },
};

function swapped(as: PrincipalName | undefined): PrincipalName | undefined {
  if (as === 'grantee') return 'third';
  return as === 'third' ? 'grantee' : as;
}

function lastLike(asks: readonly Ask[], ask: Ask, as: PrincipalName | undefined): Decision | undefined {
  return asks.findLast((each) => isLike(each, ask, as))?.seen;
}

/** The same call under an earlier policy. */
function isLike({ operation, as, changes }: Ask, ask: Ask, wanted: PrincipalName | undefined): boolean {
  return as === wanted && changes < ask.changes && callKey(operation) === callKey(ask.operation);
}

function policyIn(state: ServiceState, { authorityArn }: AccessRequest): string | undefined {
  return state.authorities.get(authorityArn)?.policy;
}

/** What came before in the case. */
function situationOf(
  { states, events, asks }: Belief,
  request: AccessRequest,
): Pick<WrongDecision, 'policy' | 'others' | 'events' | 'refusedBefore'> {
  const [state] = states;
  const authorities = state === undefined ? [] : [...state.authorities.values()];
  return {
    policy: authorities.find(({ arn }) => arn === request.authorityArn)?.policy,
    others: authorities.flatMap(({ arn, policy }) =>
      arn === request.authorityArn || policy === undefined ? [] : [{ arn, policy }],
    ),
    events,
    refusedBefore: asks
      .filter((ask) => ask.seen === 'refused' && ask.isForeign && !isShareable(ask.operation))
      .map(({ operation }) => operation),
  };
}

/** The owner of the CAs makes the calls of no other principal. */
function callerIn({ states, principals }: Belief, as: PrincipalName | undefined): CallerFacts | undefined {
  if (as === undefined) {
    const account = states[0]?.caller.account ?? '';
    return { ...principals.owner, account, rights: 'all' };
  }
  const facts = principals[as];
  return facts === undefined ? undefined : callerOf(as, facts);
}
