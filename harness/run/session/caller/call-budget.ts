// Counts the calls of a run and its time, and knows when its budget is spent.

import type { Clock } from '../clock.js';
import type { Send } from './send.js';

export interface BudgetLimits {
  /** What an earlier part of the run has spent. */
  readonly before?: { readonly calls: number; readonly elapsedMs: number } | undefined;
  readonly maxCalls?: number | undefined;
  readonly maxTimeMs?: number | undefined;
  /** Why the run has to end for another reason than these; undefined while it has not. */
  readonly spent?: (() => string | undefined) | undefined;
}

export interface CallBudget {
  /** Counts a call before it is sent, so that concurrent calls keep to the budget too. */
  counted(send: Send): Send;
  callCount(): number;
  elapsedMs(): number;
  /** Which budget is spent; undefined if none is. */
  spent(): string | undefined;
}

export function createCallBudget(limits: BudgetLimits, clock: Pick<Clock, 'nowMs'>): CallBudget {
  const { before, maxCalls, maxTimeMs } = limits;
  const startedMs = clock.nowMs() - (before?.elapsedMs ?? 0);
  let calls = before?.calls ?? 0;
  return {
    counted: (send) => (call, options) => {
      calls += 1;
      return send(call, options);
    },
    callCount: () => calls,
    elapsedMs: () => Math.round(clock.nowMs() - startedMs),
    spent() {
      if (maxCalls !== undefined && calls >= maxCalls) return `the budget of ${maxCalls} calls is spent`;
      const isLate = maxTimeMs !== undefined && clock.nowMs() - startedMs >= maxTimeMs;
      return isLate ? `the time of ${maxTimeMs / 1000} s is spent` : limits.spent?.();
    },
  };
}
