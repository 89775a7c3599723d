// The status line on a terminal and the lines elsewhere, on the test's own stream and clock.

import { describe, expect, test } from 'vitest';
import type { Progress } from '../../host/progress.js';
import { createProgress, type ProgressDisplay } from './progress.js';
import { statusLine } from './status-line.js';
import type { Terminal } from './terminal.js';

const progress: Progress = { phase: 'first-pass', check: 'arn/some', calls: 500, failures: 1, share: 0.25 };

interface Shown {
  readonly display: ProgressDisplay;
  readonly written: string[];
  readonly setTime: (ms: number) => void;
}

function show(
  window: { readonly isTTY?: boolean; readonly columns?: number },
  { quiet = false, env = {} }: { readonly quiet?: boolean; readonly env?: Terminal['env'] } = {},
): Shown {
  const written: string[] = [];
  let timeMs = 0;
  const stderr = { ...window, write: (text: string) => written.push(text) };
  const display = createProgress({ total: 9, quiet, terminal: { stderr, env }, nowMs: () => timeMs });
  return {
    display,
    written,
    setTime(ms) {
      timeMs = ms;
    },
  };
}

describe('the status', () => {
  test('names phase, checks, failures, calls, rate, the time left and the check', () => {
    const line = statusLine({ latest: progress, done: 2, total: 9, elapsedMs: 10_000 });
    expect(line).toBe('phase first-pass: 2 of 9 checks, 1 failure, 500 calls, 50 calls/s, about 30 s left, arn/some');
  });

  test('shows no rate and no time before they are meaningful', () => {
    expect(statusLine({ latest: progress, done: 0, total: 9, elapsedMs: 100 })).not.toMatch(/calls\/s|left/);
    expect(statusLine({ done: 0, total: 9, elapsedMs: 5_000 })).toBe('probing the target');
  });

  test.each([1, 20, 60])('is never wider than %i columns', (columns) => {
    const line = statusLine({ latest: progress, done: 2, total: 9, elapsedMs: 10_000 }, columns);
    expect(line.length).toBeLessThanOrEqual(columns);
  });

  test('counts long times in minutes and hours', () => {
    const left = (elapsedMs: number): string =>
      statusLine({ latest: { ...progress, share: 0.5 }, done: 2, total: 9, elapsedMs });
    expect(left(600_000)).toContain('about 10 min left');
    expect(left(36_000_000)).toContain('about 10 h left');
  });
});

describe('on a terminal', () => {
  test('one line is rewritten within the columns, and erased at the end', () => {
    const { display, written, setTime } = show({ isTTY: true, columns: 40 });
    for (const timeMs of [0, 50, 150, 5_000]) {
      setTime(timeMs);
      display.onProgress(progress);
    }
    display.end();
    // The second update came too soon after the first.
    expect(written).toHaveLength(4);
    for (const text of written) expect(text).toMatch(/^\r\u001b\[K[ -~]{0,39}$/);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('that is dumb, lines are written without control codes', () => {
    const window = { isTTY: true, columns: 40 };
    const { display, written, setTime } = show(window, { env: { TERM: 'dumb' } });
    setTime(30_000);
    display.onProgress(progress);
    display.end();
    expect(written).toEqual([expect.stringMatching(/^phase [ -~]+\n$/)]);
  });
});

describe('elsewhere', () => {
  test('a line is written every 30 s and no more, without control codes', () => {
    const { display, written, setTime } = show({});
    for (const timeMs of [0, 29_999, 30_000, 30_001, 59_999, 60_000]) {
      setTime(timeMs);
      display.onProgress(progress);
    }
    display.end();
    expect(written).toHaveLength(2);
    for (const text of written) expect(text).toMatch(/^phase [ -~]+\n$/);
  });
});

test('nothing is written with --quiet', () => {
  const { display, written, setTime } = show({ isTTY: true }, { quiet: true });
  setTime(60_000);
  display.onProgress(progress);
  display.end();
  expect(written).toEqual([]);
});
