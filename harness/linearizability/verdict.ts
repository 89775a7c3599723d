// What the checker concludes. Numbers in a verdict are positions in the history that was judged.

export type Verdict = Explained | Unexplained | Undecided;

/** There is an order that the specification allows. */
export interface Explained {
  readonly kind: 'explained';
  /** Calls of effect `nothing`, open reads, and open calls that had no effect are left out. */
  readonly order: readonly number[];
}

/** There is none. */
export interface Unexplained {
  readonly kind: 'unexplained';
  /**
   * The first call, by the time of its return, that no order explains: with the history cut off just before that return
   * there is an order, with the return there is none.
   */
  readonly impossible: number;
  /** A longest order found that explains every call that returned before. */
  readonly longest: readonly number[];
}

/** Never a pass. */
export interface Undecided {
  readonly kind: 'undecided';
  readonly reason: string;
}

export interface SearchOptions {
  /** How many steps a search may take before it gives up; also bounds its memory. */
  readonly budget: number;
}

/** Enough for every history of a schedule, and at most about a second. */
export const defaultBudget = 2_000_000;
