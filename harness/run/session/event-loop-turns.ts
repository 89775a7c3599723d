// Lets the event loop turn while a target in this process answers at once: signals and timers wait for that.

import { setImmediate } from 'node:timers/promises';
import type { Clock } from './clock.js';

/** Seldom enough to cost nothing, in milliseconds. */
const turnEveryMs = 50;

/** Called before each call to such a target; waits for a turn if none was for long. A clock that stands still never waits. */
export function createEventLoopTurns(clock: Pick<Clock, 'nowMs'>): () => Promise<void> {
  let turnedMs = clock.nowMs();
  return async () => {
    if (clock.nowMs() - turnedMs < turnEveryMs) return;
    await setImmediate();
    turnedMs = clock.nowMs();
  };
}
