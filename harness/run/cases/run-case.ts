// Runs one case on a target: leases its CAs, sends its calls one after another, judges each answer.

import { isDeepStrictEqual } from 'node:util';
import { isAccessGuarantee, type Case, type Step } from '../../api/case.js';
import { isPolicyOperation } from '../../api/operation.js';
import type { PrincipalName } from '../../api/principal.js';
import type { Outcome } from '../../api/outcome.js';
import { cborRequestOf, requestOf, type ApiCall } from '../../api/raw-request.js';
import { formsKey } from '../../model/policy/documented-forms.js';
import { foreignGrantees } from '../../model/policy/foreign-grantees.js';
import { leaseAll, type Authority } from '../session/authority-pool.js';
import type { Controls, Unobserved, CaseContext, CaseRun, TraceStep } from './case-run.js';
import { initialBelief, judgeStep } from '../judge/judge.js';
import type { Belief, StepVerdict, Violation } from '../judge/belief.js';
import type { GivenAnswer } from '../judge/decision.js';
import { readAs, sentAs } from './sent-as.js';
import { renderOperation, withCertificates } from '../../api/render-case.js';
import { runScheduleCase } from './run-schedule-case.js';
import { settlePollMs } from '../session/settling.js';
import { acceptedForm } from '../judge/citations.js';
import { askingAgain, saysNothingOfInput, transientRepetitions } from '../session/transients.js';

export async function runCase(context: CaseContext, subject: Case): Promise<CaseRun> {
  if (subject.schedule !== undefined)
    return runScheduleCase(context, subject, subject.schedule, (inSequence) => runCase(context, inSequence));
  const predicted = context.controls.predictUnobserved(subject.steps);
  if (predicted !== undefined) return { result: predicted, trace: [], arns: [] };
  const lease = { fresh: subject.fresh === true, disposable: !concernsPoliciesAlone(subject) };
  const authorities = await leaseAll(context.pool, subject.given, lease);
  const arns = authorities.map(({ arn }) => arn);
  try {
    const run = await runSteps(context, subject, authorities);
    await releaseAuthorities(context, subject, authorities, run.trace);
    return { ...run, arns };
  } finally {
    await context.pool.finish(authorities, false);
  }
}

async function runSteps(
  context: CaseContext,
  subject: Case,
  authorities: readonly Authority[],
): Promise<Pick<CaseRun, 'result' | 'trace'>> {
  const arns = authorities.map(({ arn }) => arn);
  const trace: TraceStep[] = [];
  const notes: string[] = [];
  let differs = false;
  const answers: GivenAnswer[] = [];
  let belief = initialBelief(authorities, { ...context, principals: context.named.principals });
  const certificates: string[] = [];
  for (const [index, step] of subject.steps.entries()) {
    const operation = withCertificates(renderOperation(step.operation, arns, context.named), certificates);
    if (step.as !== undefined && context.named.principals?.[step.as] === undefined) return without(step.as, trace);
    const { readsAreFaithful } = belief;
    const { role, protocol, guarantee, as } = step;
    const asks = guarantee !== undefined && isAccessGuarantee(guarantee);
    const judge = (outcome: Outcome): JudgedAnswer => {
      const judged = judgeStep(context.oracle, belief, step, operation, outcome);
      const { kind } = judged.verdict;
      // A policy that was put may not be visible yet, to whoever reads it.
      const findsNone = operation.kind === 'GetPolicy' && asks;
      const looksWrong =
        kind === 'violates' || (kind === 'control-failed' && (operation.kind === 'RawRequest' || findsNone));
      return { ...judged, outcome, mayBeStale: looksWrong || judged.belief.readsAreFaithful !== readsAreFaithful };
    };
    const sent = sentAs(operation, protocol);
    // Where one guarantee is judged, the whole answer counts.
    const read = guarantee === undefined || asks ? (outcome: Outcome) => readAs(operation, sent, outcome) : undefined;
    const judged = await callUntilSettled(context, { operation: sent, as, asks }, arns, (outcome) =>
      judge(read?.(outcome) ?? outcome),
    );
    trace.push({
      role,
      ...(as === undefined ? {} : { as }),
      operation,
      ...(protocol === undefined ? {} : { protocol }),
      outcome: judged.outcome,
    });
    answers.push({ call: operation, as, outcome: judged.outcome });
    belief = { ...judged.belief, answers };
    certificates.push(...certificatesIn(judged.outcome));
    const { verdict } = judged;
    if (operation.kind === 'PutPolicy' && judged.outcome.kind === 'success') learn(context, operation, judged.belief);
    if (verdict.kind === 'violates') {
      if (step.role === 'control') recordControl(context.controls, step, operation, blockedBy(verdict.violation));
      return { trace, result: { kind: 'violated', at: index, violation: verdict.violation } };
    }
    const unobserved = inconclusiveReason(verdict);
    if (step.role === 'control') recordControl(context.controls, step, operation, unobserved);
    if (unobserved !== undefined) return { trace, result: unobserved };
    if (verdict.kind !== 'fits') continue;
    if (verdict.note !== undefined) notes.push(verdict.note);
    differs ||= verdict.differs === true;
  }
  return { trace, result: { kind: 'holds', notes, ...(differs ? { differs } : {}) } };
}

/** The result of a case that needs a principal which the target does not have. */
function without(name: PrincipalName, trace: readonly TraceStep[]): Pick<CaseRun, 'result' | 'trace'> {
  return { trace, result: { kind: 'not-implemented', reason: `the target has no principal ${name}` } };
}

/** The ARN of the certificate that a call issued. */
function certificatesIn(outcome: Outcome): readonly string[] {
  const arn = outcome.kind === 'success' ? outcome.output['CertificateArn'] : undefined;
  return typeof arn === 'string' ? [arn] : [];
}

/** A grantee that a target accepts once exists for it; the same holds for a form of policies. */
function learn(
  { knownGrantees, acceptedForms }: CaseContext,
  { input }: Extract<ApiCall, { readonly kind: 'PutPolicy' }>,
  { states }: Belief,
): void {
  const [state] = states;
  const authority = state?.authorities.get(input.ResourceArn);
  if (state === undefined || authority === undefined) return;
  const { account } = state.caller;
  for (const grantee of foreignGrantees(input.Policy, account)) knownGrantees.add(grantee);
  const key = input.Policy.length > maxKeyLength ? '' : formsKey(input.Policy, account);
  if (key !== '') acceptedForms.add(acceptedForm(authority, key));
}

/** Longer policies are too rare to be remembered, in characters. */
const maxKeyLength = 2_000;

/** The result of a case in which an answer breaks another requirement than the judged one. */
export function blockedBy({ cites = [], actual, expected }: Violation): Unobserved {
  const reason = `answered ${actual}; expected ${expected.join(' or ')}`;
  return { kind: 'blocked', reason, cites };
}

/** A call as it is sent. */
interface AskedCall {
  readonly operation: ApiCall;
  readonly as: PrincipalName | undefined;
  /** Whether it is judged for whether it is let in. */
  readonly asks: boolean;
}

/** An answer and its verdict. */
interface JudgedAnswer {
  readonly outcome: Outcome;
  readonly belief: Belief;
  readonly verdict: StepVerdict;
  /** Whether a read that lags behind a change could be answered like this. */
  readonly mayBeStale: boolean;
}

/** The result of a case after a step that shows nothing; undefined if it continues. */
function inconclusiveReason(verdict: Exclude<StepVerdict, { readonly kind: 'violates' }>): Unobserved | undefined {
  switch (verdict.kind) {
    case 'fits':
      return undefined;
    case 'control-failed':
      return { kind: 'not-observed', reason: verdict.reason };
    case 'undecided':
    case 'not-implemented':
      return verdict;
    default:
      return verdict satisfies never;
  }
}

/** Raw requests differ too much for one to predict another. */
function recordControl(
  controls: Controls,
  { guarantee }: Step,
  operation: ApiCall,
  unobserved: Unobserved | undefined,
): void {
  if (operation.kind === 'RawRequest' || !isPolicyOperation(operation) || guarantee !== undefined) return;
  if (unobserved === undefined) controls.succeeded(operation.kind);
  else controls.failed(operation.kind, unobserved);
}

/**
 * Reads of the case's own CAs may lag behind a change for a limited time, and are repeated if the answer is not
 * conclusive; anything else is sent once.
 */
async function callUntilSettled(
  { caller, clock, settling: settlingReads, settlingDecisions, transients }: CaseContext,
  { operation, as, asks }: AskedCall,
  arns: readonly string[],
  judge: (outcome: Outcome) => JudgedAnswer,
): Promise<JudgedAnswer> {
  const send = (): Promise<Outcome> => caller.call(operation, { as });
  let latest = judge(await send());
  const repetitions = operation.kind === 'GetPolicy' || asks ? transientRepetitions : 0;
  for (let again = 0; again < repetitions; again += 1) {
    if (latest.verdict.kind === 'fits' || !saysNothingOfInput(latest.outcome)) break;
    transients.add(latest.outcome);
    latest = judge(await send());
  }
  const settling = asks ? settlingDecisions : settlingReads;
  const allowanceMs = settling.allowanceMs();
  if (allowanceMs === 0 || !(asks || isReadOf(operation, arns)) || !latest.mayBeStale) return latest;
  const untilMs = clock.nowMs() + allowanceMs;
  let wrong = latest;
  // A call that had an effect may not be answered in the same way again, which shows nothing.
  const isUnsettled = (): boolean => (asks ? latest.verdict.kind !== 'fits' : latest.mayBeStale);
  while (isUnsettled() && clock.nowMs() < untilMs) {
    await clock.pause(settlePollMs);
    latest = judge(await send());
    if (latest.mayBeStale) wrong = latest;
  }
  settling.waited(!isUnsettled());
  return isUnsettled() ? wrong : latest;
}

/** Whether a call reads the policy of one of these CAs, by the client or by a valid raw request. */
function isReadOf(call: ApiCall, arns: readonly string[]): boolean {
  if (call.kind === 'GetPolicy') return arns.includes(call.input.ResourceArn);
  if (call.kind !== 'RawRequest') return false;
  return arns.some((arn) => {
    const read = { kind: 'GetPolicy', input: { ResourceArn: arn } } as const;
    return [requestOf(read), cborRequestOf(read)].some((request) => isDeepStrictEqual(call, request));
  });
}

/** A CA returns to the pool without a policy and in its old state; if that fails, it is not used again. */
export async function releaseAuthorities(
  { caller, pool, transients }: Pick<CaseContext, 'caller' | 'pool' | 'transients'>,
  subject: Case,
  authorities: readonly Authority[],
  trace: readonly TraceStep[],
): Promise<void> {
  // A raw request may have put a policy, whatever it was made for.
  if (!concernsPoliciesAlone(subject)) return;
  const puts = trace.filter(({ operation: { kind } }) => kind === 'PutPolicy' || kind === 'RawRequest');
  for (const authority of authorities) {
    if (puts.length === 0) {
      pool.release(authority);
      continue;
    }
    const clearing = askingAgain(caller, transients);
    const cleared = await clearing.call({ kind: 'DeletePolicy', input: { ResourceArn: authority.arn } });
    // If no put succeeded, nothing has to be cleared: otherwise a target that refuses everything would use up a CA for
    // each case.
    const isClear = cleared.kind === 'success' || puts.every(({ outcome }) => isRefusal(outcome));
    if (isClear) pool.release({ ...authority, fresh: false });
  }
}

/** Whether the CAs of a case are as they were once their policies are deleted. Calls that have to be refused change nothing. */
function concernsPoliciesAlone({ steps }: Case): boolean {
  return steps.every(
    ({ operation }) =>
      operation.kind === 'RawRequest' || isPolicyOperation(operation) || leavesAuthorities.includes(operation.kind),
  );
}

/** Certificates that were issued change nothing about their CA. */
const leavesAuthorities: readonly ApiCall['kind'][] = [
  'DescribeCertificateAuthority',
  'GetCertificateAuthorityCertificate',
  'GetCertificateAuthorityCsr',
  'GetCertificate',
  'IssueCertificate',
  'ListCertificateAuthorities',
  'ListPermissions',
  'ListTags',
  'RevokeCertificate',
];

/** Whether the service says that it refused the call, which then changed nothing (GP-07). An internal failure does not say so. */
function isRefusal(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.status < 500;
}
