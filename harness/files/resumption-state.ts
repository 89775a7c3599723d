// How far a run came that was interrupted, as its events say.

import type { RunEvent } from './run-event.js';
import type { RunPhase } from './run-phases.js';

/** How far one input class came. */
export interface InputClassRecord {
  readonly cases: number;
  readonly observed: number;
  readonly rejected: number;
  readonly distinct: number;
  readonly notes: readonly string[];
  readonly shortfall?: Extract<RunEvent, { event: 'progress' }>['shortfall'];
  /** The phases that it is through with. */
  readonly phases: readonly RunPhase[];
}

/** Plain data: it crosses to the worker. */
export interface Resumption {
  /** By check, then by input class. */
  readonly inputClasses: Readonly<Record<string, Readonly<Record<string, InputClassRecord>>>>;
  /** The first round of phase `random` that is not finished. */
  readonly round: number;
  readonly calls: number;
  readonly elapsedMs: number;
  /** The CAs that were made and not removed. */
  readonly authorities: readonly string[];
}
