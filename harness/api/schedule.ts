// Calls that overlap, as plain data: they can be generated, shrunk, saved to a file and run on any target.

import type { OperationOf } from './operation.js';

/**
 * How long a client waits before a call: not at all, for a moment, or until everything before has settled. `none` shows
 * an effect that comes after its answer, `settled` one that is lost later.
 */
export const pauses = ['none', 'short', 'settled'] as const;
export type Pause = (typeof pauses)[number];

/** The calls that may overlap; texts may carry tokens, see `render-case.ts`. */
export type ScheduledOperation = OperationOf<
  'PutPolicy' | 'GetPolicy' | 'DeletePolicy' | 'UpdateCertificateAuthority' | 'DeleteCertificateAuthority'
>;

export interface ScheduledCall {
  readonly pause: Pause;
  readonly operation: ScheduledOperation;
}

/** What one client does in a wave: its calls follow one another, each after the answer to the one before. */
export interface Lane {
  /** How much later than the barrier the lane begins: in milliseconds, or in turns of a target in process. */
  readonly offset: number;
  readonly calls: readonly ScheduledCall[];
}

/** Lanes that begin together. The n-th lane of every wave is the same client. */
export interface Wave {
  readonly lanes: readonly Lane[];
}

export interface Schedule {
  /** Between two waves is a barrier: every call of the one was answered, or is given up, before the other begins. */
  readonly waves: readonly Wave[];
  /** Decides the order of effects and answers where the target is in process. */
  readonly order: number;
}

/** Lanes of one wave at most. */
export const maxLanes = 64;

/** Every call of a schedule, lane by lane. */
export function callsOf({ waves }: Schedule): readonly ScheduledCall[] {
  return waves.flatMap(({ lanes }) => lanes.flatMap(({ calls }) => calls));
}
