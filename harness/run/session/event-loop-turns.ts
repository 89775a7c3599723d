// Yields to the event loop while a target in this process answers at once: signals and timers need that.

import { setImmediate } from 'node:timers/promises';
import type { Clock } from './clock.js';

/** Rarely enough to cost nothing, in milliseconds. */
const turnEveryMs = 50;

/** Called before each call to such a target; yields if that was long ago. With a clock that stands still it never yields. */
export function createEventLoopTurns(clock: Pick<Clock, 'nowMs'>): () => Promise<void> {
  let turnedMs = clock.nowMs();
  return async () => {
    if (clock.nowMs() - turnedMs < turnEveryMs) return;
    await setImmediate();
    turnedMs = clock.nowMs();
  };
}
