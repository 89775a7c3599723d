// How long the answers of each operation took, in memory that does not grow with the calls.

import type { LatencyReport } from '../../files/report.js';

export interface LatencyRecorder {
  record(operation: string, durationMs: number): void;
  /** In the order in which the operations were first answered; undefined if no time passed at all. */
  report(): LatencyReport[] | undefined;
}

/** Each bucket extends a quarter of an octave beyond the one before, from a sixteenth of a millisecond to 65 s. */
const stepsPerOctave = 4;
const firstStep = -4 * stepsPerOctave;
const lastStep = 16 * stepsPerOctave;

interface Recorded {
  calls: number;
  minMs: number;
  maxMs: number;
  readonly buckets: Uint32Array;
}

export function createLatencyRecorder(): LatencyRecorder {
  const byOperation = new Map<string, Recorded>();
  return {
    record(operation, durationMs) {
      const recorded = byOperation.get(operation) ?? newRecord();
      byOperation.set(operation, recorded);
      recorded.calls += 1;
      recorded.minMs = Math.min(recorded.minMs, durationMs);
      recorded.maxMs = Math.max(recorded.maxMs, durationMs);
      const bucket = bucketOf(durationMs);
      recorded.buckets[bucket] = (recorded.buckets[bucket] ?? 0) + 1;
    },
    report() {
      // A virtual clock may stand still: its zeros say nothing about the target.
      if (![...byOperation.values()].some(({ maxMs }) => maxMs > 0)) return undefined;
      return [...byOperation].map(([operation, { calls, minMs, maxMs, buckets }]) => ({
        operation,
        calls,
        minMs: rounded(minMs),
        maxMs: rounded(maxMs),
        buckets: [...buckets].flatMap((count, index) => (count === 0 ? [] : [{ upToMs: endOf(index), calls: count }])),
      }));
    },
  };
}

function newRecord(): Recorded {
  return { calls: 0, minMs: Infinity, maxMs: 0, buckets: new Uint32Array(lastStep - firstStep + 1) };
}

function bucketOf(durationMs: number): number {
  const step = Math.ceil(Math.log2(durationMs) * stepsPerOctave);
  return Math.min(lastStep, Math.max(firstStep, step)) - firstStep;
}

function endOf(bucket: number): number {
  return rounded(2 ** ((bucket + firstStep) / stepsPerOctave));
}

function rounded(durationMs: number): number {
  return Number(durationMs.toPrecision(3));
}

/** Merges the latencies of several runs. */
export function mergeLatencies(parts: readonly (readonly LatencyReport[])[]): LatencyReport[] {
  const merged = new Map<string, LatencyReport>();
  for (const latency of parts.flat()) {
    const before = merged.get(latency.operation);
    merged.set(latency.operation, before === undefined ? latency : together(before, latency));
  }
  return [...merged.values()];
}

function together(one: LatencyReport, another: LatencyReport): LatencyReport {
  const calls = new Map<number, number>();
  for (const bucket of [...one.buckets, ...another.buckets]) {
    calls.set(bucket.upToMs, (calls.get(bucket.upToMs) ?? 0) + bucket.calls);
  }
  const buckets = [...calls].map(([upToMs, count]) => ({ upToMs, calls: count }));
  return {
    operation: one.operation,
    calls: one.calls + another.calls,
    minMs: Math.min(one.minMs, another.minMs),
    maxMs: Math.max(one.maxMs, another.maxMs),
    buckets: buckets.sort((left, right) => left.upToMs - right.upToMs),
  };
}
