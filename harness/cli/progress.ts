// Shows on stderr how far a run is: one rewritten line on a terminal, a line every half minute elsewhere.

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
  let latest: Progress | undefined;

  const line = (): string => {
    const seconds = (performance.now() - startedMs) / 1_000;
    if (latest === undefined) return 'probing the target';
    const { phase, check, calls, failures } = latest;
    const rate = seconds < 0.5 ? '' : `, ${Math.round(calls / seconds)} calls/s`;
    return `phase ${phase}: ${done} of ${total} checks done, ${failures} failures, ${calls} calls${rate}: ${check}`;
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
    onCheck() {
      done += 1;
      show();
    },
    end() {
      clearInterval(timer);
      if (stream.isTTY && !quiet) stream.write('\r\u001b[K');
    },
  };
}
