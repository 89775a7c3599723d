// Runs one case on a target: leases its CAs, sends its calls one after another, judges each answer.

import type { Case } from '../api/case.js';
import { isPolicyOperation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Call } from '../api/raw-request.js';
import type { Oracle } from '../api/service.js';
import type { ServiceState } from '../model/state.js';
import type { Authority, AuthorityPool } from './authority-pool.js';
import type { Caller } from './caller.js';
import type { Clock } from './clock.js';
import { initialBelief, judgeStep, type Belief, type StepVerdict, type Violation } from './judge.js';
import { renderOperation } from './render-case.js';
import { runScheduleCase, type OverlapContext } from './run-schedule-case.js';
import type { RecordedHistory, RecordedInput } from './run-schedule.js';
import type { Settling } from './settling.js';

export interface CaseContext {
  readonly caller: Caller;
  readonly pool: AuthorityPool;
  readonly oracle: Oracle<ServiceState>;
  readonly clock: Clock;
  readonly settling: Settling;
  /** Absent where calls follow one another. */
  readonly overlap?: OverlapContext | undefined;
}

/** One call of a case as it was made. */
export interface TraceStep {
  readonly role: 'control' | 'subject';
  readonly operation: Call;
  /** The call as it was generated, where the case does not have it at the same place. */
  readonly generated?: Call | undefined;
  readonly outcome: Outcome;
}

export type CaseResult =
  | { readonly kind: 'holds'; readonly notes: readonly string[] }
  /** The surroundings were not good, so that nothing was observed. */
  | { readonly kind: 'not-observed'; readonly reason: string }
  | { readonly kind: 'undecided'; readonly reason: string }
  | { readonly kind: 'not-implemented'; readonly reason: string }
  | {
      readonly kind: 'violated';
      readonly at: number;
      readonly violation: Violation;
      /** Of calls that could overlap, those that show it. */
      readonly needed?: ReadonlySet<RecordedInput> | undefined;
    };

export interface CaseRun {
  readonly result: CaseResult;
  readonly trace: readonly TraceStep[];
  readonly arns: readonly string[];
  /** Where calls could overlap: when each was made and answered, in the order of the trace. */
  readonly history?: RecordedHistory | undefined;
}

/** Between reads of a policy that has not settled yet, in milliseconds. */
const settlePollMs = 100;

export async function runCase(context: CaseContext, subject: Case): Promise<CaseRun> {
  if (subject.schedule !== undefined) return runScheduleCase(context, subject, subject.schedule);
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
    const judge = (outcome: Outcome): { belief: Belief; verdict: StepVerdict } =>
      judgeStep(context.oracle, belief, step, operation, outcome);
    const mayBeStale = (outcome: Outcome): boolean => {
      const judged = judge(outcome);
      const { kind } = judged.verdict;
      return (
        kind === 'violates' || kind === 'control-failed' || judged.belief.readsAreFaithful !== belief.readsAreFaithful
      );
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

/** Reads of the case's own CAs may lag behind a change for a bounded time; anything else is sent once. */
async function callUntilSettled(
  { caller, clock, settling }: CaseContext,
  operation: Call,
  arns: readonly string[],
  mayBeStale: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const outcome = await caller.call(operation);
  const mayLag = operation.kind === 'GetPolicy' && arns.includes(operation.input.ResourceArn);
  const allowanceMs = settling.allowanceMs();
  if (!mayLag || allowanceMs === 0 || !mayBeStale(outcome)) return outcome;
  const untilMs = clock.nowMs() + allowanceMs;
  let latest = outcome;
  while (mayBeStale(latest) && clock.nowMs() < untilMs) {
    await clock.pause(settlePollMs);
    latest = await caller.call(operation);
  }
  settling.waited(!mayBeStale(latest));
  return latest;
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
