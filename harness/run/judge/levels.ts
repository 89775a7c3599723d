// How consistent the answers to overlapping calls must be, and for how long a read may lag behind a change.

import type { Consistency as AnyConsistency } from '../../linearizability/consistency.js';

/** How much order overlapping calls must show, the least first; each level includes those before it. */
export const consistencies = ['eventual', 'sequential', 'linearizable'] as const satisfies readonly AnyConsistency[];
export type Consistency = (typeof consistencies)[number];

/** A read may lag behind a change for twice the time in which a write settles, in milliseconds. */
export function lagBoundMs(settleMs: number): number {
  return 2 * settleMs;
}
