// A clock that moves only when somebody waits, for runs in which nothing takes real time.

import type { Clock } from './clock.js';

export interface VirtualClock extends Clock {
  readonly nowMs: () => number;
  readonly pause: (durationMs: number) => Promise<void>;
  /** Advances the time, in milliseconds. */
  readonly advance: (durationMs: number) => void;
}

/** `startMs` is in milliseconds since 1970. */
export function createVirtualClock(startMs: number): VirtualClock {
  let timeMs = startMs;
  const advance = (durationMs: number): void => {
    timeMs += durationMs;
  };
  return { nowMs: () => timeMs, pause: async (durationMs) => advance(durationMs), advance };
}
