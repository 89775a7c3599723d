// How far a run is, as whoever hosts it is told.

import type { Phase } from '../run/cases/phases.js';

export interface Progress {
  readonly phase: Phase;
  /** The check that has its turn. */
  readonly check: string;
  readonly calls: number;
  /** Input classes that failed so far. */
  readonly failures: number;
  /** How much of the run is done, from 0 to 1; absent if unknown. */
  readonly share?: number | undefined;
}
