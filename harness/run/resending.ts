// Sends a call again that was refused for its rate alone: such a call had no effect, and every SDK sends it again.
// Without it a target that throttles one call in ten would leave most cases undecided. Each resend is counted and shown.

import type { Outcome } from '../api/outcome.js';
import type { Call } from '../api/raw-request.js';

/** Times for one call; a call that is refused each time stays undecided. */
const resends = 5;
/** Before the first resend, in milliseconds; twice as long before each of the next. */
const firstPauseMs = 100;
/** After so many calls of one operation in a row that were sent again in vain, it is not worth the time. */
const vainCalls = 10;

export interface Resending {
  /** `sendOnce` is called until it brings another answer, or the last time. */
  send(kind: Call['kind'], sendOnce: () => Promise<Outcome>): Promise<Outcome>;
  /** How many calls were sent again. */
  count(): number;
}

export function createResending(pause: (durationMs: number) => Promise<void>): Resending {
  const vain = new Map<Call['kind'], number>();
  let count = 0;
  return {
    async send(kind, sendOnce) {
      let outcome = await sendOnce();
      const vainBefore = vain.get(kind) ?? 0;
      if (!isThrottled(outcome) || vainBefore >= vainCalls) return outcome;
      for (let resend = 0; resend < resends && isThrottled(outcome); resend += 1) {
        count += 1;
        await pause(firstPauseMs * 2 ** resend * jitterOf(count));
        outcome = await sendOnce();
      }
      vain.set(kind, isThrottled(outcome) ? vainBefore + 1 : 0);
      return outcome;
    },
    count: () => count,
  };
}

/** From a half to one and a half, and never twice the same in a row, so that calls that were refused together part. */
function jitterOf(count: number): number {
  return 0.5 + ((count * goldenRatio) % 1);
}

const goldenRatio = 0.618_033_988_75;

function isThrottled(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.error === 'ThrottlingException';
}
