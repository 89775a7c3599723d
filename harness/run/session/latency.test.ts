// The times of calls are kept in buckets, whose number does not grow with the calls.

import { describe, expect, test } from 'vitest';
import { createLatencyRecorder } from './latency.js';

describe('a recorder of latencies', () => {
  test('counts every call once, in the bucket that its time falls into', () => {
    const recorder = createLatencyRecorder();
    for (const durationMs of [0.9, 1, 1.01, 1.19, 100]) recorder.record('PutPolicy', durationMs);
    recorder.record('GetPolicy', 3);
    expect(recorder.report()).toEqual([
      {
        operation: 'PutPolicy',
        calls: 5,
        minMs: 0.9,
        maxMs: 100,
        buckets: [
          { upToMs: 1, calls: 2 },
          { upToMs: 1.19, calls: 1 },
          { upToMs: 1.41, calls: 1 },
          { upToMs: 108, calls: 1 },
        ],
      },
      { operation: 'GetPolicy', calls: 1, minMs: 3, maxMs: 3, buckets: [{ upToMs: 3.36, calls: 1 }] },
    ]);
  });

  test('counts shorter and longer times than every bucket in the first and the last', () => {
    const recorder = createLatencyRecorder();
    for (const durationMs of [0, 0.000_1, 10_000_000]) recorder.record('PutPolicy', durationMs);
    expect(recorder.report()?.[0]?.buckets).toEqual([
      { upToMs: 0.0625, calls: 2 },
      { upToMs: 65_500, calls: 1 },
    ]);
  });

  test('keeps at most 81 buckets of an operation, however many calls there are', () => {
    const recorder = createLatencyRecorder();
    for (let call = 1; call <= 100_000; call += 1) recorder.record('PutPolicy', call);
    const [recorded] = recorder.report() ?? [];
    expect(recorded?.buckets.length).toBeLessThanOrEqual(81);
    expect(recorded?.buckets.reduce((sum, { calls }) => sum + calls, 0)).toBe(100_000);
  });

  test('reports nothing if the clock stood still', () => {
    const recorder = createLatencyRecorder();
    recorder.record('PutPolicy', 0);
    expect(recorder.report()).toBeUndefined();
  });
});
