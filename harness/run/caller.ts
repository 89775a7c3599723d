// Sends calls to a target within the limits of a run: a deadline for each, a budget for all, and an end when the target
// is dead.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Call } from '../api/raw-request.js';
import { sendCall, type Target } from '../api/target.js';
import type { Clock } from './clock.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';

/** After so many calls of one operation in a row without an answer, for one reason, the run ends as inconclusive. */
const deadAfterCalls = 20;

export interface CallLimits {
  readonly deadlineMs: number;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
}

export interface Caller {
  /** Resolves with the outcome; throws InconclusiveRun or InterruptedRun when the run has to end. */
  call(operation: Call): Promise<Outcome>;
  /** The same, but never cut short by an interruption, so that nothing is made whose ARN is not learned. */
  callToItsEnd(operation: Operation): Promise<Outcome>;
  /** For cleaning up: beyond budgets and after an interruption. */
  callAnyway(operation: Operation): Promise<Outcome>;
  /** How many calls were sent. */
  callCount(): number;
  /** What ended the run, once something has. */
  endReason(): string | undefined;
}

export function createCaller(target: Target, limits: CallLimits, clock: Clock, signal?: AbortSignal): Caller {
  const startedMs = clock.nowMs();
  let calls = 0;
  const silences = new Map<Call['kind'], { readonly reason: string; readonly calls: number }>();
  let endReason: string | undefined;

  const isAborted = (): boolean => signal?.aborted ?? false;
  const end = (reason: string): never => {
    endReason ??= reason;
    throw new InconclusiveRun(endReason);
  };
  const listen = ({ kind }: Call, outcome: Outcome): Outcome => {
    const reason = silenceOf(outcome);
    const before = silences.get(kind);
    if (reason === undefined) silences.delete(kind);
    else silences.set(kind, { reason, calls: before?.reason === reason ? before.calls + 1 : 1 });
    return outcome;
  };
  const requireBudget = (): void => {
    if (isAborted()) throw new InterruptedRun('The run was interrupted.');
    if (endReason !== undefined) throw new InconclusiveRun(endReason);
    const dead = [...silences].find(([, silence]) => silence.calls >= deadAfterCalls);
    if (dead !== undefined) end(`${deadAfterCalls} calls of ${dead[0]} in a row were not answered: ${dead[1].reason}`);
    if (limits.maxCalls !== undefined && calls >= limits.maxCalls)
      end(`the budget of ${limits.maxCalls} calls is spent`);
    if (limits.maxTimeMs !== undefined && clock.nowMs() - startedMs >= limits.maxTimeMs) {
      end(`the time of ${limits.maxTimeMs / 1000} s is spent`);
    }
  };
  const { deadlineMs } = limits;

  return {
    async call(operation) {
      requireBudget();
      calls += 1;
      const outcome = listen(operation, await sendCall(target, operation, { deadlineMs, signal }));
      // An interruption cuts calls short: what they seem to have answered is not to be judged.
      if (isAborted()) throw new InterruptedRun('The run was interrupted.');
      return outcome;
    },
    async callToItsEnd(operation) {
      requireBudget();
      calls += 1;
      return listen(operation, await target.call(operation, { deadlineMs }));
    },
    async callAnyway(operation) {
      calls += 1;
      return target.call(operation, { deadlineMs });
    },
    callCount: () => calls,
    endReason: () => endReason,
  };
}

/** Why there was no answer; undefined where there was one. */
function silenceOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'transport-error') return outcome.reason;
  return outcome.kind === 'timeout' ? `nothing within ${outcome.deadlineMs} ms` : undefined;
}
