// Resends a call that was temporarily refused: for its rate, as every SDK does, or because an earlier update is
// still in progress (CC-04). Such a call had no effect. Otherwise a target that throttles one call in ten would leave most
// cases undecided. Each resend is counted and shown.

import type { Outcome } from '../../../api/outcome.js';
import type { ApiCall } from '../../../api/raw-request.js';

/** Attempts for one call; a call that is refused each time stays undecided. */
const resends = 5;
/** Before the first resend, in milliseconds; twice as long before each of the next. */
const firstPauseMs = 100;
/** After so many calls of one operation in a row that were resent without success, it is not worth the time. */
const maxFruitlessCalls = 10;

export interface Resending {
  /**
   * Calls `sendOnce` until it returns another answer, or for the last time. `waitsForUpdates` is false if the check judges
   * whether a call is refused because of an update.
   */
  send(kind: ApiCall['kind'], sendOnce: () => Promise<Outcome>, waitsForUpdates?: boolean): Promise<Outcome>;
  /** How many calls were sent again. */
  count(): number;
}

/** `settleMs`: how long an update may take; if it takes no time, a call refused because of one is not resent. */
export function createResending(pause: (durationMs: number) => Promise<void>, settleMs = 0): Resending {
  /** For how long a call with this answer is resent, in milliseconds; 0 if it is not. */
  const allowanceMs = (kind: ApiCall['kind'], outcome: Outcome, waitsForUpdates: boolean): number => {
    if (isThrottled(outcome)) return Infinity;
    return waitsForUpdates && isUpdating(outcome) && kind !== 'GetPolicy' ? settleMs : 0;
  };
  const fruitless = new Map<ApiCall['kind'], number>();
  let count = 0;
  return {
    async send(kind, sendOnce, waitsForUpdates = true) {
      let outcome = await sendOnce();
      const before = fruitless.get(kind) ?? 0;
      if (allowanceMs(kind, outcome, waitsForUpdates) === 0 || before >= maxFruitlessCalls) return outcome;
      let waitedMs = 0;
      for (let resend = 0; resend < resends; resend += 1) {
        const leftMs = allowanceMs(kind, outcome, waitsForUpdates) - waitedMs;
        if (leftMs <= 0) break;
        count += 1;
        const durationMs = Math.min(leftMs, firstPauseMs * 2 ** resend * jitterOf(count));
        await pause(durationMs);
        waitedMs += durationMs;
        outcome = await sendOnce();
      }
      fruitless.set(kind, allowanceMs(kind, outcome, waitsForUpdates) > 0 ? before + 1 : 0);
      return outcome;
    },
    count: () => count,
  };
}

/** From a half to one and a half, and never the same twice in a row, so that calls that were refused together spread out. */
function jitterOf(count: number): number {
  return 0.5 + ((count * goldenRatio) % 1);
}

const goldenRatio = 0.618_033_988_75;

function isThrottled(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.error === 'ThrottlingException';
}

function isUpdating(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.error === 'ConcurrentModificationException';
}
