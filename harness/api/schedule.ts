// A schedule of concurrent calls, as plain data that can be generated, shrunk, saved to a file and run on any target.

import type { OperationOf } from './operation.js';
import type { Protocol } from './protocol.js';

/**
 * How long a client waits before a call: not at all, briefly, or until all earlier calls have settled. `none` reveals an
 * effect that occurs after its answer, `settled` one that is lost later.
 */
export const pauses = ['none', 'short', 'settled'] as const;
export type Pause = (typeof pauses)[number];

/** The operations that may overlap; strings may contain tokens, see `render-case.ts`. */
export type ScheduledOperation = OperationOf<
  'PutPolicy' | 'GetPolicy' | 'DeletePolicy' | 'UpdateCertificateAuthority' | 'DeleteCertificateAuthority'
>;

export interface ScheduledCall {
  readonly pause: Pause;
  readonly operation: ScheduledOperation;
  /** The protocol of a policy operation; JSON unless stated. */
  readonly protocol?: Protocol | undefined;
}

/** The calls of one client in a concurrent group: each is sent after the answer to the one before. */
export interface Lane {
  /** The delay between the barrier and the first call, in milliseconds, or in turns if the target is in process. */
  readonly offset: number;
  readonly calls: readonly ScheduledCall[];
}

/** A concurrent group: the clients whose calls begin together. The n-th lane of every wave is the same client. */
export interface Wave {
  readonly lanes: readonly Lane[];
}

export interface Schedule {
  /** A barrier separates two waves: every call of the first has been answered or given up before the second begins. */
  readonly waves: readonly Wave[];
  /** Determines the order of effects and answers if the target is in process. */
  readonly order: number;
}

/** The maximum number of lanes in a wave. */
export const maxLanes = 64;

/** Every call of a schedule, lane by lane. */
export function callsOf({ waves }: Schedule): readonly ScheduledCall[] {
  return waves.flatMap(({ lanes }) => lanes.flatMap(({ calls }) => calls));
}

/** The same calls, all of them in JSON. */
export function inJson(schedule: Schedule): Schedule {
  const waves = schedule.waves.map(({ lanes }) => ({
    lanes: lanes.map((lane) => ({ ...lane, calls: lane.calls.map(({ protocol: _protocol, ...call }) => call) })),
  }));
  return { ...schedule, waves };
}
