// Yields to the event loop while a target in this process answers at once: signals and timers need that.

import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { Send } from './send.js';

/** Rarely enough to cost nothing, in milliseconds. */
const turnEveryMs = 50;

/** Yields before a call if that was long ago. With a clock that stands still it never yields. */
export function yielding(send: Send, clock: Pick<Clock, 'nowMs'>): Send {
  let turnedMs = clock.nowMs();
  return async (call, options) => {
    if (clock.nowMs() - turnedMs >= turnEveryMs) {
      await setImmediate();
      turnedMs = clock.nowMs();
    }
    return send(call, options);
  };
}
