// The time, as an argument: no other module of the harness reads a clock.

import { setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Monotonic time in milliseconds. */
  nowMs(): number;
  /** Ends early, without an error, when the signal is aborted. */
  pause(durationMs: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  pause: async (durationMs, signal) => {
    try {
      await delay(durationMs, undefined, signal === undefined ? {} : { signal });
    } catch {
      // Aborted: the caller checks the signal itself.
    }
  },
};
