// Runs one case on two targets in step, and compares the answers to each call, without the oracle.

import { withNames } from '../../api/authority-names.js';
import type { Case, Step } from '../../api/case.js';
import { membersOf } from '../../api/http-answer.js';
import { answerOf, policyTextOf, type Outcome } from '../../api/outcome.js';
import type { ApiCall } from '../../api/raw-request.js';
import { normalizedErrorName } from '../../model/outcomes-agree.js';
import { describePolicyDifference, policiesAreEquivalent } from '../../model/policy/policy-equivalence.js';
import type { Authority } from '../session/authority-pool.js';
import { transientReason } from '../judge/guarantees.js';
import { describeAnswer } from '../judge/answer-words.js';
import { renderOperation } from '../../api/render-case.js';
import { releaseAuthorities } from './run-case.js';
import type { CaseContext, CaseResult, CaseRun, TraceStep } from './case-run.js';
import type { CaseSession } from './case-session.js';
import { settlePollMs } from '../session/settling.js';

/** A context that runs cases on both targets; `right` is compared with `left`. */
export function comparingContext(left: CaseSession, right: CaseSession): CaseContext {
  return {
    ...left,
    settling: left.target.inProcess ? right.settling : left.settling,
    // The oracle is not used.
    reference: undefined,
    runCase: (context, subject) => compareCase({ left, right }, context, subject),
  };
}

interface Sides<Value> {
  readonly left: Value;
  readonly right: Value;
}

/** What happened on one target. */
interface SideRun {
  readonly session: CaseSession;
  readonly authorities: readonly Authority[];
  readonly arns: readonly string[];
  readonly trace: TraceStep[];
}

async function compareCase(
  sessions: Sides<CaseSession>,
  { clock, settling }: CaseContext,
  subject: Case,
): Promise<CaseRun> {
  // One after the other, so that nothing is left in progress if one has no CA.
  const left = await beginSide(sessions.left, subject);
  const right = await beginSide(sessions.right, subject);
  let result: CaseResult = { kind: 'holds', notes: [] };
  for (const [at, step] of subject.steps.entries()) {
    await sendStep({ left, right }, step);
    const allowanceMs = step.operation.kind === 'GetPolicy' ? settling.allowanceMs() : 0;
    if (allowanceMs > 0 && !agree(left, right)) {
      const untilMs = clock.nowMs() + allowanceMs;
      while (!agree(left, right) && clock.nowMs() < untilMs) {
        await clock.pause(settlePollMs);
        for (const side of [left, right]) side.trace.pop();
        await sendStep({ left, right }, step);
      }
      settling.waited(agree(left, right));
    }
    result = compareLast(left, right, at);
    if (result.kind !== 'holds') break;
  }
  for (const { session, authorities, trace } of [left, right]) {
    await releaseAuthorities(session, subject, authorities, trace);
    await session.pool.finish(authorities, false);
  }
  return { result, trace: left.trace, arns: left.arns, besides: { trace: right.trace, arns: right.arns } };
}

async function beginSide(session: CaseSession, subject: Case): Promise<SideRun> {
  const authorities: Authority[] = [];
  for (const given of subject.given) {
    authorities.push(await session.pool.lease(given, { fresh: subject.fresh === true }));
  }
  return { session, authorities, arns: authorities.map(({ arn }) => arn), trace: [] };
}

/** Both are awaited before either result is used, also if one of them ends the run. */
async function sendStep({ left, right }: Sides<SideRun>, step: Step): Promise<void> {
  const sent = await Promise.allSettled(
    [left, right].map(async ({ session, arns, trace }) => {
      const operation = renderOperation(step.operation, arns);
      trace.push({ role: step.role, operation, outcome: await session.caller.call(operation) });
    }),
  );
  const failed = sent.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function compareLast(left: SideRun, right: SideRun, at: number): CaseResult {
  const [one, other] = [left.trace.at(-1)?.outcome, right.trace.at(-1)?.outcome];
  if (one === undefined || other === undefined) throw new Error('A call was not recorded.');
  for (const [name, outcome] of Object.entries({ left: one, right: other })) {
    const reason = undecidedReason(outcome);
    if (reason !== undefined) return { kind: 'undecided', reason: `${name}: ${reason}` };
  }
  if (one.kind === 'not-implemented' && other.kind === 'not-implemented') {
    return { kind: 'not-implemented', reason: `neither target implements ${left.trace.at(-1)?.operation.kind}` };
  }
  if (agree(left, right)) return { kind: 'holds', notes: [] };
  return {
    kind: 'violated',
    at,
    violation: {
      guarantee: 'Both targets answer alike.',
      expected: [answerOf(one)],
      actual: answerOf(other),
      differences: differencesBetween(left, right),
    },
  };
}

/** Answers that say nothing about the behaviour of a target: silence, and temporary refusals. */
function undecidedReason(outcome: Outcome): string | undefined {
  if (outcome.kind === 'timeout' || outcome.kind === 'transport-error') return describeAnswer(outcome);
  return transientReason(outcome);
}

/** The same kind of outcome, the same error by name, and an equivalent policy; messages and request ids are not compared. */
function agree(left: SideRun, right: SideRun): boolean {
  const [one, other] = [left.trace.at(-1)?.outcome, right.trace.at(-1)?.outcome];
  if (one === undefined || other === undefined || one.kind !== other.kind) return false;
  return normalizedErrorName(answerOf(one)) === normalizedErrorName(answerOf(other)) && readsAgree(left, right);
}

/**
 * Whether each side returned what had been put there: texts contain accounts and CAs of their own. A text that was never put
 * is compared with these names replaced.
 */
function readsAgree(left: SideRun, right: SideRun): boolean {
  const [one, other] = [readOf(left), readOf(right)];
  if (one === undefined || other === undefined) return one === other;
  const [onePuts, otherPuts] = [putsReturned(left, one), putsReturned(right, other)];
  if (onePuts.length > 0 || otherPuts.length > 0) return onePuts.some((place) => otherPuts.includes(place));
  return policiesAreEquivalent(withoutNames(left, one), withoutNames(right, other));
}

function readOf({ trace }: SideRun): string | undefined {
  const last = trace.at(-1);
  return last === undefined ? undefined : policyTextOf(last.outcome);
}

/** The indexes of the puts whose policy is equivalent to a text. */
function putsReturned({ trace }: SideRun, text: string): readonly number[] {
  return [...trace.entries()]
    .filter(([, { operation }]) => {
      const policy = policyPut(operation);
      return policy !== undefined && policiesAreEquivalent(policy, text);
    })
    .map(([place]) => place);
}

function policyPut(call: ApiCall): string | undefined {
  if (call.kind === 'PutPolicy') return call.input.Policy;
  if (call.kind !== 'RawRequest') return undefined;
  const policy = membersOf({ status: 200, headers: {}, body: call.input.body })?.['Policy'];
  return typeof policy === 'string' ? policy : undefined;
}

/** The text as if both sides had CAs of the same names, in the same account. */
function withoutNames({ arns }: SideRun, text: string): string {
  const account = '000000000000';
  return withNames(text, arns, (index) => {
    const id = String(index);
    return { arn: `arn:aws:acm-pca:us-east-1:${account}:certificate-authority/${id}`, id, account };
  });
}

function differencesBetween(left: SideRun, right: SideRun): readonly string[] {
  const [one, other] = [readOf(left), readOf(right)];
  if (one === undefined || other === undefined) return [];
  return describePolicyDifference(withoutNames(left, one), withoutNames(right, other)).map((line) =>
    line.replace('sent ', 'left ').replace('returned ', 'right '),
  );
}
