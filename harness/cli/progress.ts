// Shows on stderr how far a run is: one rewritten line on a terminal, a line every half minute elsewhere.

import type { CheckReport } from '../api/report.js';
import type { Progress } from '../run/host-link.js';
import type { HostListener } from '../run/vitest-host.js';

const lineEveryMs = 30_000;

export interface ProgressOptions {
  readonly total: number;
  readonly quiet: boolean;
}

export function createProgress({ total, quiet }: ProgressOptions): HostListener & { end(): void } {
  const stream = process.stderr;
  const startedMs = performance.now();
  let shownMs = startedMs;
  let done = 0;
  let failures = 0;
  let latest: Progress = { check: 'probing the target', calls: 0 };

  const line = (): string => {
    const seconds = (performance.now() - startedMs) / 1_000;
    const rate = seconds < 0.5 ? '' : `, ${Math.round(latest.calls / seconds)} calls/s`;
    return `${done} of ${total} checks, ${failures} failed, ${latest.calls} calls${rate}: ${latest.check}`;
  };
  const show = (): void => {
    if (quiet) return;
    if (stream.isTTY) {
      stream.write(`\r\u001b[K${line().slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
    } else if (performance.now() - shownMs >= lineEveryMs) {
      shownMs = performance.now();
      stream.write(`${line()}\n`);
    }
  };
  const timer = setInterval(show, stream.isTTY ? 250 : 1_000);
  timer.unref();
  return {
    onProgress(progress) {
      latest = progress;
      show();
    },
    onCheck({ verdict }: CheckReport) {
      done += 1;
      failures += verdict === 'fail' ? 1 : 0;
      show();
    },
    end() {
      clearInterval(timer);
      if (stream.isTTY && !quiet) stream.write('\r\u001b[K');
    },
  };
}
