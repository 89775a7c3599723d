// How far an interrupted run got, according to its events.

import type { RunEvent } from './run-event.js';
import type { RunPhase } from './run-phases.js';

/** How far one input class got. */
export interface InputClassRecord {
  readonly cases: number;
  readonly observed: number;
  readonly rejected: number;
  readonly distinct: number;
  readonly notes: readonly string[];
  readonly shortfall?: Extract<RunEvent, { event: 'progress' }>['shortfall'];
  /** The phases that it has completed. */
  readonly phases: readonly RunPhase[];
}

/** Plain data: it is sent to the worker. */
export interface Resumption {
  /** By check, then by input class. */
  readonly inputClasses: Readonly<Record<string, Readonly<Record<string, InputClassRecord>>>>;
  /** The first round of phase `random` that is not finished. */
  readonly round: number;
  readonly calls: number;
  readonly elapsedMs: number;
  /** The CAs that were created and not removed. */
  readonly authorities: readonly string[];
}
