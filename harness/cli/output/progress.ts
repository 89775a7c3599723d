// Shows the progress of a run on stderr: one rewritten line on a terminal, a line every half minute elsewhere.

import type { Progress } from '../../host/progress.js';
import type { RunListener } from '../../host/run-suite.js';
import { statusLine } from './status-line.js';
import type { Terminal } from './terminal.js';

const lineEveryMs = 30_000;
/** Often enough to look alive, rarely enough to cost nothing. */
const rewriteEveryMs = 100;

export interface ProgressOptions {
  readonly total: number;
  readonly quiet: boolean;
  readonly terminal: Pick<Terminal, 'stderr' | 'env'>;
  /** Monotonic time in milliseconds. */
  readonly nowMs?: () => number;
}

export interface ProgressDisplay extends RunListener {
  /** Erases the status line. */
  end(): void;
}

export function createProgress(options: ProgressOptions): ProgressDisplay {
  const { total, quiet, terminal, nowMs = () => performance.now() } = options;
  const { stderr: stream, env } = terminal;
  // A dumb terminal does not support control codes.
  const rewrites = stream.isTTY === true && env['TERM'] !== 'dumb';
  const everyMs = rewrites ? rewriteEveryMs : lineEveryMs;
  const startedMs = nowMs();
  let shownMs = rewrites ? -Infinity : startedMs;
  let done = 0;
  let latest: Progress | undefined;

  const show = (): void => {
    if (quiet || nowMs() - shownMs < everyMs) return;
    shownMs = nowMs();
    const status = { latest, done, total, elapsedMs: shownMs - startedMs };
    // The last column stays free: a terminal may wrap once it is filled.
    if (rewrites) stream.write(`\r\u001b[K${statusLine(status, (stream.columns || 80) - 1)}`);
    else stream.write(`${statusLine(status)}\n`);
  };
  const timer = setInterval(show, rewrites ? 250 : 1_000);
  timer.unref();
  return {
    onProgress(progress) {
      latest = progress;
      show();
    },
    onCheck() {
      done += 1;
      show();
    },
    end() {
      clearInterval(timer);
      if (rewrites && !quiet) stream.write('\r\u001b[K');
    },
  };
}
