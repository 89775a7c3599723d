// Runs one case on a target: leases its CAs, sends its calls one after another, judges each answer.

import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../api/case.js';
import { isPolicyOperation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { requestOf, type Call } from '../api/raw-request.js';
import type { Oracle } from '../api/service.js';
import type { ServiceState } from '../model/state.js';
import type { Authority, AuthorityPool } from './authority-pool.js';
import type { Caller } from './caller.js';
import type { Clock } from './clock.js';
import { initialBelief, judgeStep, type Violation } from './judge.js';
import { renderOperation } from './render-case.js';
import type { Settling } from './settling.js';

export interface CaseContext {
  readonly caller: Caller;
  readonly pool: AuthorityPool;
  readonly oracle: Oracle<ServiceState>;
  readonly clock: Clock;
  readonly settling: Settling;
}

/** One call of a case as it was made. */
export interface TraceStep {
  readonly role: 'control' | 'subject';
  readonly operation: Call;
  readonly outcome: Outcome;
}

export type CaseResult =
  | { readonly kind: 'holds'; readonly notes: readonly string[] }
  /** The surroundings were not good, so that nothing was observed. */
  | { readonly kind: 'not-observed'; readonly reason: string }
  | { readonly kind: 'undecided'; readonly reason: string }
  | { readonly kind: 'not-implemented'; readonly reason: string }
  | { readonly kind: 'violated'; readonly at: number; readonly violation: Violation };

export interface CaseRun {
  readonly result: CaseResult;
  readonly trace: readonly TraceStep[];
  readonly arns: readonly string[];
}

/** Between reads of a policy that has not settled yet, in milliseconds. */
const settlePollMs = 100;

export async function runCase(context: CaseContext, subject: Case): Promise<CaseRun> {
  const authorities: Authority[] = [];
  for (const given of subject.given) {
    authorities.push(await context.pool.lease(given, { fresh: subject.fresh === true }));
  }
  const arns = authorities.map(({ arn }) => arn);
  const run = await runSteps(context, subject, authorities);
  await giveBack(context, subject, authorities, run.trace);
  return { ...run, arns };
}

async function runSteps(
  context: CaseContext,
  subject: Case,
  authorities: readonly Authority[],
): Promise<Pick<CaseRun, 'result' | 'trace'>> {
  const arns = authorities.map(({ arn }) => arn);
  const trace: TraceStep[] = [];
  const notes: string[] = [];
  let belief = initialBelief(authorities);
  for (const [index, step] of subject.steps.entries()) {
    const operation = renderOperation(step.operation, arns);
    const judge = oncePerOutcome((outcome) => judgeStep(context.oracle, belief, step, operation, outcome));
    const mayBeStale = (outcome: Outcome): boolean => {
      const { verdict, belief: after } = judge(outcome);
      const isFaithful = after.readsAreFaithful === belief.readsAreFaithful;
      return verdict.kind === 'violates' || verdict.kind === 'control-failed' || !isFaithful;
    };
    const outcome = await callUntilSettled(context, operation, arns, mayBeStale);
    const judged = judge(outcome);
    trace.push({ role: step.role, operation, outcome });
    belief = judged.belief;
    switch (judged.verdict.kind) {
      case 'fits':
        if (judged.verdict.note !== undefined) notes.push(judged.verdict.note);
        break;
      case 'violates':
        return { trace, result: { kind: 'violated', at: index, violation: judged.verdict.violation } };
      case 'control-failed':
        return { trace, result: { kind: 'not-observed', reason: judged.verdict.reason } };
      case 'undecided':
      case 'not-implemented':
        return { trace, result: judged.verdict };
      default:
        judged.verdict satisfies never;
    }
  }
  return { trace, result: { kind: 'holds', notes } };
}

type Judged = ReturnType<typeof judgeStep>;

/** An outcome is looked at while the read may still settle, and once more when it is the last. */
function oncePerOutcome(judge: (outcome: Outcome) => Judged): (outcome: Outcome) => Judged {
  let latest: { readonly outcome: Outcome; readonly judged: Judged } | undefined;
  return (outcome) => {
    if (latest?.outcome !== outcome) latest = { outcome, judged: judge(outcome) };
    return latest.judged;
  };
}

/** Reads of the case's own CAs may lag behind a change for a bounded time; anything else is sent once. */
async function callUntilSettled(
  { caller, clock, settling }: CaseContext,
  operation: Call,
  arns: readonly string[],
  mayBeStale: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const outcome = await caller.call(operation);
  const allowanceMs = settling.allowanceMs();
  if (allowanceMs === 0 || !isReadOf(operation, arns) || !mayBeStale(outcome)) return outcome;
  const untilMs = clock.nowMs() + allowanceMs;
  let latest = outcome;
  while (mayBeStale(latest) && clock.nowMs() < untilMs) {
    await clock.pause(settlePollMs);
    latest = await caller.call(operation);
  }
  settling.waited(!mayBeStale(latest));
  return latest;
}

/** Whether a call reads the policy of one of these CAs, as a client does or by a hand-made request without a flaw. */
function isReadOf(call: Call, arns: readonly string[]): boolean {
  if (call.kind === 'GetPolicy') return arns.includes(call.input.ResourceArn);
  if (call.kind !== 'RawRequest') return false;
  return arns.some((arn) => isDeepStrictEqual(call, requestOf({ kind: 'GetPolicy', input: { ResourceArn: arn } })));
}

/** A CA goes back to the pool without a policy and in its old state; one that cannot is not used again. */
async function giveBack(
  { caller, pool }: CaseContext,
  subject: Case,
  authorities: readonly Authority[],
  trace: readonly TraceStep[],
): Promise<void> {
  // A hand-made request is about policies too, and may have put one whatever it was made to be.
  if (subject.steps.some(({ operation }) => operation.kind !== 'RawRequest' && !isPolicyOperation(operation))) return;
  const putWasTried = trace.some(({ operation: { kind } }) => kind === 'PutPolicy' || kind === 'RawRequest');
  for (const authority of authorities) {
    if (!putWasTried) {
      pool.release(authority);
      continue;
    }
    const cleared = await caller.call({ kind: 'DeletePolicy', input: { ResourceArn: authority.arn } });
    if (cleared.kind === 'success') pool.release({ ...authority, fresh: false });
  }
}
