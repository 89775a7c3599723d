// The progress of a run, in one line.

import { terminalText } from '../../../reports/text/terminal-text.js';
import type { Progress } from '../../host/progress.js';

export interface Status {
  /** Absent before the first check begins. */
  readonly latest?: Progress | undefined;
  /** Finished checks, and how many there are. */
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** At most `columns` characters, so that a terminal does not wrap it. */
export function statusLine(status: Status, columns = Infinity): string {
  const line = terminalText(wordsOf(status), Infinity);
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 3))}...`.slice(0, Math.max(0, columns));
}

/** The rate and the remaining time are shown once they are meaningful. */
const settledAfterMs = 2_000;

function wordsOf({ latest, done, total, elapsedMs }: Status): string {
  if (latest === undefined) return 'probing the target';
  const { phase, check, calls, failures, share = 0 } = latest;
  const isSettled = elapsedMs >= settledAfterMs;
  return [
    `phase ${phase}: ${done} of ${total} checks`,
    `${failures} ${failures === 1 ? 'failure' : 'failures'}`,
    `${calls} calls`,
    ...(isSettled ? [`${Math.round((1_000 * calls) / elapsedMs)} calls/s`] : []),
    ...(isSettled && share > 0 ? [`about ${durationWords((elapsedMs * (1 - share)) / share)} left`] : []),
    check,
  ].join(', ');
}

function durationWords(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1_000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
