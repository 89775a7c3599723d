// Records how long answers took and how many calls lost their connection.

import { isAnswer } from '../../../api/outcome.js';
import type { LatencyReport } from '../../../files/report.js';
import type { Clock } from '../clock.js';
import { createLatencyRecorder } from '../latency.js';
import type { Send } from './send.js';

/** Calls whose connection was refused or lost, so that the target may have been restarted. */
export interface Losses {
  readonly calls: number;
  /** Those of them that were to overlap others. */
  readonly overlapping: number;
}

export interface AnswerRecord {
  /** Times the call itself, without the wait for its turn, and counts it if it lost its connection. */
  recorded(send: Send): Send;
  /** The same send, whose lost calls are also counted as overlapping. */
  recordedOverlapping(send: Send): Send;
  latency(): LatencyReport[] | undefined;
  losses(): Losses;
}

export function createAnswerRecord(clock: Pick<Clock, 'nowMs'>): AnswerRecord {
  const latency = createLatencyRecorder();
  const losses = { calls: 0, overlapping: 0 };
  return {
    recorded: (send) => async (call, options) => {
      const sentMs = clock.nowMs();
      const outcome = await send(call, options);
      if (isAnswer(outcome)) latency.record(call.kind, clock.nowMs() - sentMs);
      if (outcome.kind === 'transport-error') losses.calls += 1;
      return outcome;
    },
    recordedOverlapping: (send) => async (call, options) => {
      const outcome = await send(call, options);
      if (outcome.kind === 'transport-error') losses.overlapping += 1;
      return outcome;
    },
    latency: () => latency.report(),
    losses: () => ({ ...losses }),
  };
}
