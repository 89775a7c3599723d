// How consistent the answers to overlapping calls must be, and for how long a read may lag behind a change.

import type { Consistency } from '../../linearizability/consistency.js';

/** The consistency models that a run can require, the weakest first; each level includes those before it. */
export const requiredConsistencies = [
  'eventual',
  'sequential',
  'linearizable',
] as const satisfies readonly Consistency[];
export type RequiredConsistency = (typeof requiredConsistencies)[number];

/** A read may lag behind a change for twice the time in which a write settles, in milliseconds. */
export function lagBoundMs(settleMs: number): number {
  return 2 * settleMs;
}
