// Gives a target that cannot be connected to time to come back.

import pLimit from 'p-limit';
import type { Clock } from '../clock.js';
import type { Send } from './send.js';
import { deadAfterCalls, waitAfterCalls, type SilenceWatch } from './silence-watch.js';

export interface PatienceOptions {
  readonly watch: Pick<SilenceWatch, 'isAway'>;
  readonly clock: Pick<Clock, 'pause'>;
  /** How long the target may take, in milliseconds; no time if absent. */
  readonly patienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** While the target is away, calls are sent one after another, with a pause before each. */
export function patiently(send: Send, { watch, clock, patienceMs, signal }: PatienceOptions): Send {
  if (patienceMs === undefined) return send;
  const oneAtATime = pLimit(1);
  const pauseMs = patienceMs / (deadAfterCalls - waitAfterCalls);
  return (call, options) =>
    watch.isAway()
      ? oneAtATime(async () => {
          if (watch.isAway()) await clock.pause(pauseMs, signal);
          return send(call, options);
        })
      : send(call, options);
}
