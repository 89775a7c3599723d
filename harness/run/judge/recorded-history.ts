// The calls of a schedule with their times and answers, which is what is judged.

import type { Outcome } from '../../api/outcome.js';
import type { ScheduledOperation } from '../../api/schedule.js';
import type { HistoryCall } from '../../linearizability/history.js';

/** A call as it was made. */
export interface RecordedInput {
  readonly operation: ScheduledOperation;
  /** The call as it was generated, before its tokens were filled in. */
  readonly generated: ScheduledOperation;
}

/** A call without an answer, or with one that leaves its fate open, has not returned. */
export interface RecordedCall extends HistoryCall<RecordedInput, Outcome> {
  /** What came in the end, even if it is not an answer. */
  readonly outcome: Outcome;
  readonly endedAt: number;
}

/** In the order in which the calls were sent. Times are milliseconds since the schedule began. */
export type RecordedHistory = readonly RecordedCall[];

/** Whether a write may have taken effect, or still may; the answer to a read then shows nothing. */
export function leavesFateOpen(outcome: Outcome): boolean {
  if (isSilence(outcome) || outcome.kind === 'http-fault') return true;
  return outcome.kind === 'service-error' && outcome.error === 'RequestFailedException';
}

/** No answer, or one that says that the service itself failed. */
export function isSilence(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'timeout':
    case 'transport-error':
      return true;
    case 'http-fault':
      return outcome.status === undefined || outcome.status >= 500;
    case 'service-error':
      // A temporary refusal is one whatever its status; it has a guarantee of its own.
      return outcome.status >= 500 && outcome.error !== 'ConcurrentModificationException';
    case 'success':
    case 'not-implemented':
      return false;
    default:
      return outcome satisfies never;
  }
}
