// Sends calls to a target within the limits of a run: a deadline for each, a budget for all, and an end when the target
// is dead.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Target } from '../api/target.js';
import type { Clock } from './clock.js';
import { InconclusiveRun, InterruptedRun } from './interruption.js';

/** After so many calls in a row without an answer, for the same reason, the run ends as inconclusive. */
const deadAfterCalls = 20;

export interface CallLimits {
  readonly deadlineMs: number;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
}

export interface Caller {
  /** Resolves with the outcome; throws InconclusiveRun or InterruptedRun when the run has to end. */
  call(operation: Operation): Promise<Outcome>;
  /** The same for cleaning up: beyond budgets and after an interruption. */
  callAnyway(operation: Operation): Promise<Outcome>;
  /** How many calls were sent. */
  callCount(): number;
  /** What ended the run, once something has. */
  endReason(): string | undefined;
}

export function createCaller(target: Target, limits: CallLimits, clock: Clock, signal?: AbortSignal): Caller {
  const startedMs = clock.nowMs();
  let calls = 0;
  let silentCalls = 0;
  let silence = '';
  let endReason: string | undefined;

  const isAborted = (): boolean => signal?.aborted ?? false;
  const end = (reason: string): never => {
    endReason ??= reason;
    throw new InconclusiveRun(endReason);
  };
  const listen = (outcome: Outcome): Outcome => {
    const reason = silenceOf(outcome);
    silentCalls = reason === undefined ? 0 : reason === silence ? silentCalls + 1 : 1;
    silence = reason ?? '';
    return outcome;
  };

  return {
    async call(operation) {
      if (isAborted()) throw new InterruptedRun('The run was interrupted.');
      if (endReason !== undefined) throw new InconclusiveRun(endReason);
      if (silentCalls >= deadAfterCalls) end(`${deadAfterCalls} calls in a row were not answered: ${silence}`);
      if (limits.maxCalls !== undefined && calls >= limits.maxCalls) {
        end(`the budget of ${limits.maxCalls} calls is spent`);
      }
      if (limits.maxTimeMs !== undefined && clock.nowMs() - startedMs >= limits.maxTimeMs) {
        end(`the time of ${limits.maxTimeMs / 1000} s is spent`);
      }
      calls += 1;
      const outcome = listen(await target.call(operation, { deadlineMs: limits.deadlineMs, signal }));
      // An interruption cuts calls short: what they seem to have answered is not to be judged.
      if (isAborted()) throw new InterruptedRun('The run was interrupted.');
      return outcome;
    },
    async callAnyway(operation) {
      calls += 1;
      return target.call(operation, { deadlineMs: limits.deadlineMs });
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
